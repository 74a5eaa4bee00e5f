using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DgccAssess.Core.Features.Review;

internal static class AssessmentHold
{
    /// <summary>
    /// Opens a transaction and takes the assessment's row until it ends: a verdict can't slip in between the gate of a transition and its save,
    /// nor two first verdicts of the same assessor. Setting a column to itself locks the row on every provider.
    /// </summary>
    public static async Task<IDbContextTransaction> HoldAsync(this TenantDbContext db, Guid assessmentId, CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Assessments.Where(a => a.Id == assessmentId).ExecuteUpdateAsync(set => set.SetProperty(a => a.StatusAt, a => a.StatusAt), ct);
        return transaction;
    }
}
