using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Rounds;

/// <summary>What stood at a milestone of an assessment, as it was written then.</summary>
public sealed class MilestoneResult(TenantDbContext db)
{
    /// <summary>The version in force; null while the milestone is not reached.</summary>
    public async Task<SnapshotDocument?> LatestAsync(Guid assessmentId, Milestone milestone, CancellationToken ct)
    {
        var document = await db.Snapshots.Where(s => s.AssessmentId == assessmentId && s.Milestone == milestone)
            .OrderByDescending(s => s.Number).Select(s => s.Document).FirstOrDefaultAsync(ct);
        return document is null ? null : SnapshotReader.Read(document);
    }
}
