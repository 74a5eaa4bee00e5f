using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Indices;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Results;

/// <summary>Adds what stands at a milestone to the save that is under way: ratings written in the same save count already.</summary>
public sealed class TakeSnapshot(TenantDbContext db, InstrumentLibrary instruments, ActorContext actor, TimeProvider clock)
{
    /// <exception cref="InvalidOperationException">A final milestone without a valid final value for every indicator.</exception>
    public async Task<Snapshot> AddAsync(Assessment assessment, Milestone milestone, string? reason, CancellationToken ct)
    {
        var highest = await db.Snapshots.Where(s => s.AssessmentId == assessment.Id && s.Milestone == milestone).MaxAsync(s => (int?)s.Number, ct) ?? 0;
        var snapshot = new SnapshotMaterial
        {
            Subject = await SubjectAsync(assessment, ct),
            Assessment = assessment,
            Milestone = milestone,
            Number = highest + 1,
            Reason = reason,
            Ratings = await RatingsAsync(assessment.Id, ct),
            Services = await db.Answers.Where(a => a.AssessmentId == assessment.Id && a.Subject != null).Select(a => new { a.Indicator, a.Subject })
                .ToDictionaryAsync(a => a.Indicator, a => a.Subject, StringComparer.Ordinal, ct),
            At = clock.UtcNow,
            ByName = actor.Current.Name,
        }.Compose(clock.NewId());
        db.Snapshots.Add(snapshot);
        return snapshot;
    }

    private async Task<SnapshotSubject> SubjectAsync(Assessment assessment, CancellationToken ct)
    {
        var about = await (
            from round in db.Rounds
            join version in db.InstrumentVersions on round.InstrumentVersionId equals version.Id
            from agency in db.Agencies
            where round.Id == assessment.RoundId && agency.Id == assessment.AgencyId
            select new { round.Code, round.CycleType, VersionId = version.Id, Instrument = version.Code, version.Hash, Agency = agency }).AsNoTracking().SingleAsync(ct);
        var plan = ScoringPlan.Compile((await instruments.GetAsync(about.VersionId, ct)).Instrument);
        return new SnapshotSubject(about.Code, about.CycleType, about.Agency, new SnapshotInstrument(about.Instrument, about.Hash), plan);
    }

    private async Task<IReadOnlyCollection<Rating>> RatingsAsync(Guid assessmentId, CancellationToken ct)
    {
        await db.Ratings.Where(r => r.AssessmentId == assessmentId).LoadAsync(ct);
        return [.. db.Ratings.Local.Where(r => r.AssessmentId == assessmentId)];
    }
}
