using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Results;

/// <summary>Adds what stands at a milestone to the save that is under way: ratings written in the same save count already.</summary>
public sealed class TakeSnapshot(TenantDbContext db, InstrumentLibrary instruments, ActorContext actor, TimeProvider clock)
{
    private const decimal WithoutTrailingZeros = 1.0000000000000000000000000000m;
    private const int StoredDecimals = 10;

    /// <exception cref="InvalidOperationException">A final milestone without a valid final value for every indicator.</exception>
    public async Task<Snapshot> AddAsync(Assessment assessment, Milestone milestone, string? reason, CancellationToken ct)
    {
        var about = await (
            from round in db.Rounds
            join version in db.InstrumentVersions on round.InstrumentVersionId equals version.Id
            from agency in db.Agencies
            where round.Id == assessment.RoundId && agency.Id == assessment.AgencyId
            select new { round.Code, round.CycleType, VersionId = version.Id, Instrument = version.Code, version.Hash, Agency = agency }).AsNoTracking().SingleAsync(ct);
        var highest = await db.Snapshots.Where(s => s.AssessmentId == assessment.Id && s.Milestone == milestone).MaxAsync(s => (int?)s.Number, ct) ?? 0;
        var instrument = (await instruments.GetAsync(about.VersionId, ct)).Instrument;
        var inputs = await InputsAsync(assessment.Id, instrument, ct);
        var results = SnapshotResults.Compute(ScoringPlan.Compile(instrument), milestone, inputs);
        if (results is { Basis: Stage.Final, Total: null })
            throw new InvalidOperationException($"A {milestone} snapshot needs a final value for every indicator of {about.Instrument}.");

        var now = clock.UtcNow;
        var json = SnapshotReader.Write(new SnapshotDocument
        {
            Schema = SnapshotDocument.CurrentSchema,
            Milestone = milestone,
            Number = highest + 1,
            Reason = reason,
            TakenAt = now,
            Round = about.Code,
            CycleType = about.CycleType,
            Agency = new SnapshotAgency(about.Agency.Code, Sorted(about.Agency.Names), about.Agency.Group, about.Agency.Synthetic),
            Instrument = new SnapshotInstrument(about.Instrument, about.Hash),
            Engine = ScoringEngine.Version,
            SignOff = assessment.SignOff is { } signOff ? new SnapshotSignOff(signOff.ByName, signOff.At, signOff.Statement, signOff.PublicationConsent) : null,
            Inputs = inputs,
            Results = results,
        });
        var snapshot = new Snapshot
        {
            Id = clock.NewId(),
            AssessmentId = assessment.Id,
            Milestone = milestone,
            Number = highest + 1,
            Reason = reason,
            Index = Sortable(results.Total),
            Predicate = results.Total?.Predicate,
            InstrumentHash = about.Hash,
            EngineVersion = ScoringEngine.Version,
            Document = json,
            Hash = SnapshotReader.HashOf(json),
            TakenAt = now,
            TakenByName = actor.Current.Name,
        };
        db.Snapshots.Add(snapshot);
        return snapshot;
    }

    internal static decimal? Sortable(SnapshotFigure? total) =>
        total is null ? null : Math.Round(total.Exact, StoredDecimals, MidpointRounding.AwayFromZero);

    private async Task<IReadOnlyList<SnapshotInput>> InputsAsync(Guid assessmentId, Instrument instrument, CancellationToken ct)
    {
        await db.Ratings.Where(r => r.AssessmentId == assessmentId).LoadAsync(ct);
        var ratings = db.Ratings.Local.Where(r => r.AssessmentId == assessmentId).ToLookup(r => r.Indicator, StringComparer.Ordinal);
        var subjects = await db.Answers.Where(a => a.AssessmentId == assessmentId && a.Subject != null).Select(a => new { a.Indicator, a.Subject })
            .ToDictionaryAsync(a => a.Indicator, a => a.Subject, StringComparer.Ordinal, ct);
        var assessors = ratings.SelectMany(r => r).Select(r => r.RaterId).Where(id => id != Guid.Empty).Distinct().Order().ToList();
        return [.. instrument.Indicators().Select(node => new SnapshotInput(
            node.Code,
            subjects.GetValueOrDefault(node.Code),
            [.. ratings[node.Code].OrderBy(r => r.Stage).ThenBy(r => r.RaterId).Select(r => ToInput(r, assessors.IndexOf(r.RaterId) + 1))]))];
    }

    private static SnapshotRating ToInput(Rating rating, int assessor) => new()
    {
        Stage = rating.Stage,
        Assessor = assessor > 0 ? assessor : null,
        Value = rating.Value / WithoutTrailingZeros,
        Criteria = [.. rating.Criteria.Order(StringComparer.Ordinal)],
        Explanation = rating.Explanation,
    };

    private static SortedDictionary<string, string> Sorted(LocalizedText names) => new(names.Values.ToDictionary(), StringComparer.Ordinal);
}
