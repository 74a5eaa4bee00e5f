using DgccAssess.Core.Features.Review;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Ratings;

namespace DgccAssess.Core.Features.Results;

/// <summary>The figures of a milestone, each computed from raw ratings and rounded once.</summary>
public sealed record SnapshotResults
{
    /// <summary>The stage the milestone's index comes from.</summary>
    public required Stage Basis { get; init; }

    /// <summary>Null while not every indicator is rated, or assessors differ.</summary>
    public SnapshotFigure? Total { get; init; }

    /// <summary>The agency's own assessment; null when it is incomplete.</summary>
    public SnapshotFigure? SelfTotal { get; init; }

    /// <summary>Groups and indicators, depth first in reading order.</summary>
    public required IReadOnlyList<SnapshotNode> Nodes { get; init; }

    public SnapshotNode Node(string code) => Nodes.First(n => n.Code == code);

    /// <summary>Computes the figures of a milestone; a pure function, so that anybody can check a snapshot later.</summary>
    public static SnapshotResults Compute(ScoringPlan plan, Milestone milestone, IReadOnlyList<SnapshotInput> inputs)
    {
        var (basis, self) = (BasisOf(milestone), Score(plan, Ratings(inputs, Stage.Self)));
        var external = basis is Stage.Self ? null : Score(plan, Ratings(inputs, basis));
        return new SnapshotResults
        {
            Basis = basis,
            Total = SnapshotFigure.OfTotal(basis is Stage.Self ? self : external),
            SelfTotal = SnapshotFigure.OfTotal(self),
            Nodes = [.. plan.Nodes.Skip(1).Select((node, i) => new SnapshotNode(node.Code, node.Tier, SnapshotFigure.Of(self?.Nodes[i]), SnapshotFigure.Of(external?.Nodes[i])))],
        };
    }

    /// <summary>The ratings of one stage by indicator; where several assessors rated, only values they agree on.</summary>
    public static Dictionary<string, decimal?> Ratings(IEnumerable<SnapshotInput> inputs, Stage stage) => inputs
        .Select(input => (input.Indicator, Values: input.Ratings.Where(r => r.Stage == stage).Select(r => r.Value).Distinct().ToList()))
        .Where(rated => rated.Values is [not null])
        .ToDictionary(rated => rated.Indicator, rated => rated.Values[0], StringComparer.Ordinal);

    public static Stage BasisOf(Milestone milestone) => milestone switch
    {
        Milestone.Submitted => Stage.Self,
        Milestone.Reviewed => Stage.Document,
        _ => Stage.Final,
    };

    private static Scorecard? Score(ScoringPlan plan, Dictionary<string, decimal?> ratings) =>
        RatingCheck.Check(plan, ratings).Count == 0 ? Scorecard.Compute(plan, ratings) : null;
}

/// <param name="Code">The node's code.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Self">By the agency's own ratings.</param>
/// <param name="External">By the ratings of <see cref="SnapshotResults.Basis"/>, where that is not the agency's own.</param>
public sealed record SnapshotNode(string Code, string Tier, SnapshotFigure? Self, SnapshotFigure? External);

/// <param name="Index">Rounded once, with the instrument's decimals, for example 3.00.</param>
/// <param name="Exact">As a decimal, at most 28 significant digits.</param>
/// <param name="Numerator">Of the exact fraction.</param>
/// <param name="Denominator">Of the exact fraction.</param>
/// <param name="Predicate">Code of the predicate of <paramref name="Index"/>; of totals only.</param>
public sealed record SnapshotFigure(decimal Index, decimal Exact, long Numerator, long Denominator, string? Predicate = null)
{
    public static SnapshotFigure? Of(NodeIndex? node) =>
        node?.Published is { } published ? new SnapshotFigure(published, node.Index.ToDecimal(), node.Index.Numerator, node.Index.Denominator) : null;

    public static SnapshotFigure? OfTotal(Scorecard? card) => Of(card?.Total) is { } figure ? figure with { Predicate = card!.Total.Predicate?.Code } : null;
}
