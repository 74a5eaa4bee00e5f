using System.Text.Json.Serialization;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;

namespace DgccAssess.Core.Features.Results;

/// <summary>Everything a result page, a paper or the hub needs of one milestone, so that nothing is recomputed later. Stored as JSON and hashed.</summary>
public sealed record SnapshotDocument
{
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }
    public required Milestone Milestone { get; init; }
    public required int Number { get; init; }

    /// <summary>Why it was corrected.</summary>
    public string? Reason { get; init; }

    public required DateTime TakenAt { get; init; }
    public required string Round { get; init; }
    public required CycleType CycleType { get; init; }
    public required SnapshotAgency Agency { get; init; }
    public required SnapshotInstrument Instrument { get; init; }

    /// <summary>Version of the scoring engine that computed <see cref="Results"/>.</summary>
    public required string Engine { get; init; }

    public SnapshotSignOff? SignOff { get; init; }

    /// <summary>One per indicator, in the instrument's order.</summary>
    public required IReadOnlyList<SnapshotInput> Inputs { get; init; }

    public required SnapshotResults Results { get; init; }
}

/// <param name="Code">What addresses say.</param>
/// <param name="Names">By language.</param>
/// <param name="Group">Code of the agency group.</param>
/// <param name="Synthetic">Not a real body.</param>
public sealed record SnapshotAgency(string Code, IReadOnlyDictionary<string, string> Names, string Group, bool Synthetic);

/// <param name="Code">Of the instrument.</param>
/// <param name="Hash">SHA-256 of the version's canonical JSON.</param>
public sealed record SnapshotInstrument(string Code, string Hash);

public sealed record SnapshotSignOff(string ByName, DateTime At, string Statement, bool PublicationConsent);

/// <param name="Indicator">Its code.</param>
/// <param name="Subject">The service the agency named, where the instrument leaves that to it.</param>
/// <param name="Ratings">By stage, then assessor.</param>
public sealed record SnapshotInput(string Indicator, string? Subject, IReadOnlyList<SnapshotRating> Ratings)
{
    /// <summary>What the agency claimed.</summary>
    public SnapshotRating? Self => Ratings.FirstOrDefault(r => r.Stage is Stage.Self);

    /// <summary>What the organizer set in the end.</summary>
    public SnapshotRating? Final => Ratings.FirstOrDefault(r => r.Stage is Stage.Final);

    /// <summary>What the assessors wrote.</summary>
    [JsonIgnore]
    public IEnumerable<SnapshotRating> OfAssessors => Ratings.Where(r => r.Assessor is not null);
}

public sealed record SnapshotRating
{
    public required Stage Stage { get; init; }

    /// <summary>1, 2, ... in place of the assessor's name, which no result shows; null where an office speaks.</summary>
    public int? Assessor { get; init; }

    public decimal? Value { get; init; }

    /// <summary>Codes of the criteria found met.</summary>
    public required IReadOnlyList<string> Criteria { get; init; }

    public required string Explanation { get; init; }
}
