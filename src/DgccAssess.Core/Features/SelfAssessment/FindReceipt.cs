using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <summary>Proof of a sign-off for the agency's files.</summary>
/// <param name="Reference">The first 12 hexadecimal digits of the snapshot's SHA-256, in groups of four.</param>
/// <param name="At">When it was signed.</param>
/// <param name="ByName">Who signed.</param>
/// <param name="Statement">The words signed.</param>
public sealed record Receipt(string Reference, DateTime At, string ByName, string Statement)
{
    public static string ReferenceOf(string hash) => $"{hash[..4]}-{hash[4..8]}-{hash[8..12]}".ToUpperInvariant();
}

/// <summary>The receipt of the sign-off in force, if there is one.</summary>
public sealed class FindReceipt(TenantDbContext db)
{
    public async Task<Receipt?> HandleAsync(Guid assessmentId, CancellationToken ct = default)
    {
        var signed = await db.Assessments.Where(a => a.Id == assessmentId).Select(a => a.SignOff).SingleAsync(ct);
        if (signed is null) return null;

        var hash = await db.Snapshots
            .Where(s => s.AssessmentId == assessmentId && s.Milestone == Milestone.Submitted)
            .OrderByDescending(s => s.Number)
            .Select(s => s.Hash)
            .FirstAsync(ct);
        return new Receipt(Receipt.ReferenceOf(hash), signed.At, signed.ByName, signed.Statement);
    }
}
