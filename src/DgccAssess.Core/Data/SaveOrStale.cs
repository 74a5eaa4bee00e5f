using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Data;

internal static class SaveOrStale
{
    /// <summary>Saves; what somebody else wrote first, or wrote at the same time under the same key, is stale.</summary>
    public static async Task<Result> SaveOrStaleAsync(this TenantDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Result.Stale();
        }
    }
}
