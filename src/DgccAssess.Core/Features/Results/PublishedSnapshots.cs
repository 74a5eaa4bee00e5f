using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Results;

/// <summary>The one answer to "which published result holds": of each assessment the highest number.</summary>
public static class PublishedSnapshots
{
    public static IQueryable<Snapshot> PublishedInForce(this TenantDbContext db) => InForce(db.Snapshots.Where(s => s.Milestone == Milestone.Published));

    /// <summary>As it was at an instant: what was corrected later is read as it stood.</summary>
    public static IQueryable<Snapshot> PublishedInForce(this TenantDbContext db, DateTime at) => InForce(db.Snapshots.Where(s => s.Milestone == Milestone.Published && s.TakenAt <= at));

    private static IQueryable<Snapshot> InForce(IQueryable<Snapshot> published) =>
        published.Where(s => !published.Any(later => later.AssessmentId == s.AssessmentId && later.Number > s.Number));
}
