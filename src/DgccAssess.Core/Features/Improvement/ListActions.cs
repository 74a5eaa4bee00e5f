using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Improvement;

/// <param name="Action">As stored; not tracked.</param>
/// <param name="Round">Code of the round that gave rise to it.</param>
/// <param name="Version">The instrument of that round, which names its criterion.</param>
/// <param name="MetIn">Code of the latest round whose published result found the criterion met; null where none did.</param>
public sealed record PlannedAction(ImprovementAction Action, string Round, Guid Version, string? MetIn);

/// <summary>An agency's plan: what is open first, by due date, then what is closed.</summary>
public sealed class ListActions(TenantDbContext db)
{
    public async Task<IReadOnlyList<PlannedAction>> HandleAsync(Guid agencyId, CancellationToken ct)
    {
        var rows = await (
            from action in db.ImprovementActions.AsNoTracking()
            join round in db.Rounds on action.RoundId equals round.Id
            where action.AgencyId == agencyId
            select new { action, round.Code, round.InstrumentVersionId }).ToListAsync(ct);
        var met = rows.Exists(r => r.action.Criterion is not null) ? await MetAsync(agencyId, ct) : null;
        return
        [
            .. rows.Select(r => new PlannedAction(r.action, r.Code, r.InstrumentVersionId, r.action.Criterion is { } c && met?.Criteria.Contains(c) == true && met.Round != r.Code ? met.Round : null))
                .OrderBy(p => p.Action.IsClosed).ThenBy(p => p.Action.DueOn ?? DateOnly.MaxValue).ThenBy(p => p.Action.CreatedAt).ThenBy(p => p.Action.Id),
        ];
    }

    public Task<int> CountOpenAsync(Guid agencyId, CancellationToken ct) => db.OpenActionsOf(agencyId).CountAsync(ct);

    /// <summary>What the agency's latest published result found met.</summary>
    private async Task<Met?> MetAsync(Guid agencyId, CancellationToken ct)
    {
        var latest = await (
            from snapshot in db.PublishedInForce()
            join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
            join round in db.Rounds on assessment.RoundId equals round.Id
            where assessment.AgencyId == agencyId
            orderby round.Code descending
            select snapshot.Document).FirstOrDefaultAsync(ct);
        if (latest is null) return null;
        var document = SnapshotReader.Read(latest);
        return new Met(document.Round, document.Inputs.SelectMany(i => i.Final?.Criteria ?? []).ToHashSet(StringComparer.Ordinal));
    }

    private sealed record Met(string Round, IReadOnlySet<string> Criteria);
}

internal static class OpenActions
{
    public static IQueryable<ImprovementAction> OpenActionsOf(this TenantDbContext db, Guid agencyId) =>
        db.ImprovementActions.Where(a => a.AgencyId == agencyId && (a.State == ActionState.Planned || a.State == ActionState.UnderWay));
}
