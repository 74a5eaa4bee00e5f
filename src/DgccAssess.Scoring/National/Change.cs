using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.National;

/// <summary>What became of the index since the round before. Two views stand side by side, for a mean also moves when other agencies take part.</summary>
public sealed record Change
{
    /// <summary>Both rounds were on the same instrument. If not, there are no differences: the series is broken.</summary>
    public required bool IsComparable { get; init; }

    /// <summary>Every agency of either round.</summary>
    public required ChangeView All { get; init; }

    /// <summary>The panel: agencies that took part in both.</summary>
    public required ChangeView Panel { get; init; }

    /// <summary>Panel means of the nodes now less before, in the order of <see cref="AgencyFigures.Nodes"/>; null where not comparable or nobody has both.</summary>
    public required IReadOnlyList<ExactFraction?> Nodes { get; init; }

    /// <summary>Agencies of the panel whose index rose; 0 where not comparable, as are the next two.</summary>
    public required int Rose { get; init; }

    public required int Fell { get; init; }
    public required int Stayed { get; init; }

    /// <param name="agencies">Of this round.</param>
    /// <param name="before">Indices of every agency of the round before.</param>
    /// <param name="isComparable">Whether both rounds were on the same instrument.</param>
    /// <param name="nodes">How many nodes each agency has.</param>
    public static Change Of(IReadOnlyCollection<AgencyFigures> agencies, IReadOnlyCollection<ExactIndex> before, bool isComparable, int nodes)
    {
        var panel = agencies.Where(agency => agency.Previous.HasValue).ToList();
        return new Change
        {
            IsComparable = isComparable,
            All = ChangeView.Of([.. agencies.Select(agency => agency.Index)], before, isComparable),
            Panel = ChangeView.Of([.. panel.Select(agency => agency.Index)], [.. panel.Select(agency => agency.Previous)], isComparable),
            Nodes = [.. Enumerable.Range(0, nodes).Select(node => isComparable ? NodeChange(panel, node) : null)],
            Rose = isComparable ? panel.Count(agency => agency.Index > agency.Previous) : 0,
            Fell = isComparable ? panel.Count(agency => agency.Index < agency.Previous) : 0,
            Stayed = isComparable ? panel.Count(agency => agency.Index == agency.Previous) : 0,
        };
    }

    private static ExactFraction? NodeChange(List<AgencyFigures> panel, int node)
    {
        var both = panel.Where(agency => agency.PreviousNodes.Count > node && agency.PreviousNodes[node].HasValue && agency.Nodes[node].HasValue).ToList();
        return ExactFraction.Mean([.. both.Select(agency => agency.Nodes[node])]) - ExactFraction.Mean([.. both.Select(agency => agency.PreviousNodes[node])]);
    }
}

/// <param name="Count">Agencies now.</param>
/// <param name="CountBefore">Agencies in the round before.</param>
/// <param name="Mean">Their mean now; null of nobody.</param>
/// <param name="MeanBefore">Their mean before; null of nobody.</param>
/// <param name="Difference">now - before, exact; null where not comparable.</param>
public sealed record ChangeView(int Count, int CountBefore, ExactFraction? Mean, ExactFraction? MeanBefore, ExactFraction? Difference)
{
    internal static ChangeView Of(IReadOnlyCollection<ExactIndex> now, IReadOnlyCollection<ExactIndex> before, bool isComparable)
    {
        var (mean, meanBefore) = (ExactFraction.Mean(now), ExactFraction.Mean(before));
        return new ChangeView(now.Count, before.Count, mean, meanBefore, isComparable ? mean - meanBefore : null);
    }
}
