using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Results;

/// <summary>Everything one snapshot is composed of; composing is a function of these values, whoever read them.</summary>
internal sealed record SnapshotMaterial
{
    private const decimal WithoutTrailingZeros = 1.0000000000000000000000000000m;
    private const int StoredDecimals = 10;

    public required SnapshotSubject Subject { get; init; }
    public required Assessment Assessment { get; init; }
    public required Milestone Milestone { get; init; }
    public required int Number { get; init; }
    public string? Reason { get; init; }

    /// <summary>Every rating of the assessment at that time.</summary>
    public required IReadOnlyCollection<Rating> Ratings { get; init; }

    /// <summary>Services the agency named, by indicator.</summary>
    public required IReadOnlyDictionary<string, string?> Services { get; init; }

    public required DateTime At { get; init; }
    public required string ByName { get; init; }

    /// <exception cref="InvalidOperationException">A final milestone without a valid final value for every indicator.</exception>
    public Snapshot Compose(Guid id)
    {
        var inputs = Inputs();
        var results = SnapshotResults.Compute(Subject.Plan, Milestone, inputs);
        if (results is { Basis: Stage.Final, Total: null })
            throw new InvalidOperationException($"A {Milestone} snapshot needs a final value for every indicator of {Subject.Instrument.Code}.");

        var json = SnapshotReader.Write(new SnapshotDocument
        {
            Schema = SnapshotDocument.CurrentSchema,
            Milestone = Milestone,
            Number = Number,
            Reason = Reason,
            TakenAt = At,
            Round = Subject.Round,
            CycleType = Subject.CycleType,
            Agency = new SnapshotAgency(Subject.Agency.Code, Sorted(Subject.Agency.Names), Subject.Agency.Group, Subject.Agency.Synthetic),
            Instrument = Subject.Instrument,
            Engine = ScoringEngine.Version,
            SignOff = Assessment.SignOff is { } signOff ? new SnapshotSignOff(signOff.ByName, signOff.At, signOff.Statement, signOff.PublicationConsent) : null,
            Inputs = inputs,
            Results = results,
        });
        return new Snapshot
        {
            Id = id,
            AssessmentId = Assessment.Id,
            Milestone = Milestone,
            Number = Number,
            Reason = Reason,
            Index = Sortable(results.Total),
            Predicate = results.Total?.Predicate,
            InstrumentHash = Subject.Instrument.Hash,
            EngineVersion = ScoringEngine.Version,
            Document = json,
            Hash = SnapshotReader.HashOf(json),
            TakenAt = At,
            TakenByName = ByName,
        };
    }

    internal static decimal? Sortable(SnapshotFigure? total) =>
        total is null ? null : Math.Round(total.Exact, StoredDecimals, MidpointRounding.AwayFromZero);

    private List<SnapshotInput> Inputs()
    {
        var ratings = Ratings.ToLookup(r => r.Indicator, StringComparer.Ordinal);
        var assessors = Ratings.Select(r => r.RaterId).Where(id => id != Guid.Empty).Distinct().Order().ToList();
        return [.. Subject.Plan.Instrument.Indicators().Select(node => new SnapshotInput(
            node.Code,
            Services.GetValueOrDefault(node.Code),
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

/// <summary>What an assessment is about.</summary>
/// <param name="Round">Its code.</param>
/// <param name="CycleType">Of the round.</param>
/// <param name="Agency">The agency assessed.</param>
/// <param name="Instrument">Code and hash of the version.</param>
/// <param name="Plan">The same instrument, compiled.</param>
internal sealed record SnapshotSubject(string Round, CycleType CycleType, Agency Agency, SnapshotInstrument Instrument, ScoringPlan Plan);
