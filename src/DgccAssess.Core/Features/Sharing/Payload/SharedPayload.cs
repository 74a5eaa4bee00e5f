using DgccAssess.Core.Features.Rounds;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Sharing.Payload;

/// <summary>
/// What Korea sees of a round: the preview before signing, the hub's pages, files and papers are all made of it and of nothing else. The level is enforced here, where it is
/// made: what is above it is null, and a count that disclosure control hid is null too. The same published results give the same payload, byte by byte.
/// </summary>
public sealed record SharedPayload
{
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }

    /// <summary>Id of the partner's space.</summary>
    public required string Partner { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Of the partner, by language.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public required string Round { get; init; }
    public required SharingLevel Level { get; init; }

    /// <summary>At least one agency is not a real body.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Level 1.</summary>
    public required SharedParticipation Participation { get; init; }

    /// <summary>Level 1.</summary>
    public required SharedInstrument Instrument { get; init; }

    /// <summary>From level 2 on, once a national result is published and its embargo is over.</summary>
    public SharedNational? National { get; init; }

    /// <summary>From level 3 on; in the order of the government's own lists.</summary>
    public SharedAreas? Areas { get; init; }

    /// <summary>From level 2 on, where the government approved the mapping of its instrument: in the terms of the shared core, all agencies first; from level 3 on by agency group.</summary>
    public IReadOnlyList<SharedCoreFigures>? Core { get; init; }

    /// <summary>Level 4, by code; nobody without publication consent.</summary>
    public IReadOnlyList<SharedAgency>? Agencies { get; init; }

    /// <summary>Level 4, of agencies that are named here and agreed to the very text; null where there is none.</summary>
    public IReadOnlyList<SharedPractice>? Practices { get; init; }

    /// <summary>From level 2 on: award rounds whose winners are public.</summary>
    public IReadOnlyList<SharedAward>? Awards { get; init; }

    /// <summary>What disclosure control did.</summary>
    public required SharedSuppression Suppression { get; init; }
}

/// <param name="CycleType">Monitoring or evaluation.</param>
/// <param name="Agencies">In the round.</param>
/// <param name="Submitted">Signed off, or further.</param>
/// <param name="Reviewed">Every indicator has an external value, or further.</param>
/// <param name="Published">Their result is published.</param>
/// <param name="AnswersDueAt">End of self-assessment.</param>
/// <param name="NationalAt">When the national result in force was published; null: not yet, or under embargo.</param>
public sealed record SharedParticipation(CycleType CycleType, int Agencies, int Submitted, int Reviewed, int Published, DateTime? AnswersDueAt, DateTime? NationalAt);

/// <param name="Code">Of the instrument.</param>
/// <param name="Hash">SHA-256 of its document: its version.</param>
/// <param name="Titles">By language.</param>
/// <param name="Decimals">Of a published index.</param>
/// <param name="Predicates">From the lowest to the highest.</param>
/// <param name="Nodes">Domains and aspects, depth first: the order of every list of nodes.</param>
public sealed record SharedInstrument(
    string Code, string Hash, IReadOnlyDictionary<string, string> Titles, int Decimals, IReadOnlyList<SharedPredicate> Predicates, IReadOnlyList<SharedNode> Nodes);

/// <param name="Code">Of the predicate.</param>
/// <param name="Names">By language.</param>
/// <param name="From">The least index.</param>
/// <param name="To">Its upper limit.</param>
public sealed record SharedPredicate(string Code, IReadOnlyDictionary<string, string> Names, decimal From, decimal To);

/// <param name="Code">Of the node.</param>
/// <param name="Names">By language.</param>
/// <param name="Depth">1 for the root nodes.</param>
public sealed record SharedNode(string Code, IReadOnlyDictionary<string, string> Names, int Depth);

/// <param name="Number">Of the national result; a correction is a further one.</param>
/// <param name="Reason">Why it was corrected.</param>
/// <param name="Hash">SHA-256 of the national result's document, which the government keeps.</param>
/// <param name="Figures">Of all agencies.</param>
/// <param name="Verified">Agencies whose index rests on external values.</param>
/// <param name="Change">Since the round before; null for the first.</param>
public sealed record SharedNational(int Number, string? Reason, string Hash, SharedFigures Figures, int? Verified, SharedChange? Change);

/// <summary>Figures of several agencies together; a null is hidden, never zero.</summary>
/// <param name="Agencies">How many are counted: those that consented to publication, or all where nobody is named in public.</param>
/// <param name="Mean">Of indices.</param>
/// <param name="MeanOf">Of how many agencies it is the mean: all, where the government publishes that.</param>
/// <param name="Predicates">How many agencies have each, in the instrument's order from the lowest.</param>
/// <param name="Nodes">In the instrument's order.</param>
public sealed record SharedFigures(int? Agencies, decimal? Mean, int? MeanOf, IReadOnlyList<int?> Predicates, IReadOnlyList<SharedNodeFigures> Nodes);

/// <param name="Mean">Of the node.</param>
/// <param name="Predicates">How many agencies reach each there.</param>
public sealed record SharedNodeFigures(decimal? Mean, IReadOnlyList<int?> Predicates);

/// <param name="Round">The one before.</param>
/// <param name="Comparable">It had the same instrument version; if not, the series is broken here.</param>
/// <param name="Both">Agencies in both rounds.</param>
/// <param name="Up">Whose index rose.</param>
/// <param name="Same">Whose index stayed.</param>
/// <param name="Down">Whose index fell.</param>
/// <param name="Difference">Of their mean.</param>
public sealed record SharedChange(string Round, bool Comparable, int? Both, int? Up, int? Same, int? Down, decimal? Difference);

public sealed record SharedAreas(IReadOnlyList<SharedArea> Groups, IReadOnlyList<SharedArea> Regions);

/// <param name="Code">Of the group or region.</param>
/// <param name="Names">By language.</param>
/// <param name="Figures">Of its agencies.</param>
public sealed record SharedArea(string Code, IReadOnlyDictionary<string, string> Names, SharedFigures Figures);

/// <param name="Code">Of the agency.</param>
/// <param name="Names">By language.</param>
/// <param name="Group">Its code.</param>
/// <param name="Region">Its code.</param>
/// <param name="Index">As published.</param>
/// <param name="Predicate">Its code.</param>
/// <param name="Nodes">In the instrument's order; null where nothing beneath is applicable.</param>
/// <param name="Change">Since the round before.</param>
public sealed record SharedAgency(
    string Code, IReadOnlyDictionary<string, string> Names, string Group, string? Region, decimal Index, string Predicate, IReadOnlyList<decimal?> Nodes, decimal? Change);

/// <param name="Question">Of the shared core.</param>
/// <param name="Agency">Code of the agency, whose names are among <see cref="SharedPayload.Agencies"/>.</param>
/// <param name="Texts">What it did, by language.</param>
public sealed record SharedPractice(string Question, string Agency, IReadOnlyDictionary<string, string> Texts);

/// <param name="Code">Of the award round.</param>
/// <param name="Names">Of the award, by language.</param>
/// <param name="RevealedAt">Since when its winners are public.</param>
/// <param name="Categories">How many.</param>
/// <param name="Winners">How many, in all categories.</param>
public sealed record SharedAward(string Code, IReadOnlyDictionary<string, string> Names, DateTime RevealedAt, int Categories, int Winners);

/// <param name="Threshold">Counts from 1 to one less than this are hidden.</param>
/// <param name="Hidden">How many counts and means are hidden.</param>
public sealed record SharedSuppression(int Threshold, int Hidden);
