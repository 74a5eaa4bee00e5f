using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.Sharing;

namespace DgccAssess.Core.Features.Countries.Brief;

/// <summary>What a partner shares, on one page in one language. A null figure is hidden; its date is that of the data.</summary>
public sealed record BriefDocument : PaperDocument
{
    public required BriefCountry Country { get; init; }
    public required string Round { get; init; }
    public required CycleType Cycle { get; init; }

    /// <summary>Number of the shared version.</summary>
    public required int Version { get; init; }

    public required SharingLevel Level { get; init; }

    /// <summary>Null: the default level, without agreement.</summary>
    public required BriefAgreement? Agreement { get; init; }

    public required BriefInstrument Instrument { get; init; }
    public required BriefParticipation Participation { get; init; }

    /// <summary>Null where no national figures are shared.</summary>
    public required BriefNational? National { get; init; }

    /// <summary>Null where awards are not shared.</summary>
    public required IReadOnlyList<BriefAward>? Awards { get; init; }

    /// <summary>Every round shown, this one among them, the latest first.</summary>
    public required IReadOnlyList<BriefRound> Rounds { get; init; }

    public required BriefSuppression Suppression { get; init; }
}

/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">In the document's language; null: the press names the country.</param>
/// <param name="Other">What the partner calls itself, where it has no name in that language.</param>
public sealed record BriefCountry(string Code, string? Name, string? Other);

public sealed record BriefAgreement(int Number, DateOnly? EndsOn);

public sealed record BriefInstrument(string Code, string Title, string Hash, int Decimals);

public sealed record BriefParticipation(int Agencies, int Submitted, int Reviewed, int Published, DateOnly? DueOn, DateOnly? NationalOn);

/// <param name="Number">Of the national result; a correction is a further one.</param>
/// <param name="Reason">Why it was corrected.</param>
/// <param name="Agencies">How many are in the distribution.</param>
/// <param name="Mean">Of indices.</param>
/// <param name="MeanOf">Of how many agencies it is the mean.</param>
/// <param name="Verified">Agencies whose index rests on external values.</param>
/// <param name="Predicates">From the lowest.</param>
/// <param name="Areas">Root nodes, in the instrument's order.</param>
/// <param name="Change">Since the round before.</param>
public sealed record BriefNational(
    int Number, string? Reason, int? Agencies, decimal? Mean, int? MeanOf, int? Verified, IReadOnlyList<BriefPredicate> Predicates, IReadOnlyList<BriefArea> Areas, BriefChange? Change);

public sealed record BriefPredicate(string Name, int? Count);

public sealed record BriefArea(string Name, decimal? Mean);

public sealed record BriefChange(string Round, bool Comparable, int? Both, int? Up, int? Same, int? Down, decimal? Difference);

public sealed record BriefAward(string Name, DateOnly On, int Categories, int Winners);

/// <param name="Round">Its code.</param>
/// <param name="Instrument">Code of its instrument.</param>
/// <param name="Decimals">Of its mean.</param>
/// <param name="HasNational">Its national figures are shared; a mean that is null is then hidden.</param>
/// <param name="Mean">Of indices.</param>
/// <param name="MeanOf">Of how many agencies.</param>
/// <param name="Level">What is shared of it.</param>
/// <param name="Agreement">On what ground.</param>
/// <param name="Broken">The round below it has another instrument version.</param>
public sealed record BriefRound(string Round, string Instrument, int Decimals, bool HasNational, decimal? Mean, int? MeanOf, SharingLevel Level, BriefAgreement? Agreement, bool Broken);

public sealed record BriefSuppression(int Threshold, int Hidden);
