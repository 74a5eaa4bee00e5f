namespace DgccAssess.Core.Features.National;

/// <summary>Figures of several agencies together: all of them, a group, a region.</summary>
public sealed record NationalSummary
{
    /// <summary>Of the group or region; empty for all.</summary>
    public required string Code { get; init; }

    /// <summary>By language; empty where the government named none.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public required int Count { get; init; }

    /// <summary>Plain mean of the agencies' exact indices.</summary>
    public required NationalFigure Mean { get; init; }

    /// <summary>Means of the nodes, in the order of the document's.</summary>
    public required IReadOnlyList<NationalFigure?> Nodes { get; init; }

    public required NationalBox Box { get; init; }

    /// <summary>Every predicate of the instrument in its order, also those nobody has.</summary>
    public required IReadOnlyList<NationalPredicate> Predicates { get; init; }

    /// <summary>Null where no agency has both figures.</summary>
    public NationalGap? Gap { get; init; }

    /// <summary>Null for the first round.</summary>
    public NationalChange? Change { get; init; }
}

/// <summary>Quartiles of type 7 (Hyndman and Fan).</summary>
public sealed record NationalBox(NationalFigure Lowest, NationalFigure Lower, NationalFigure Median, NationalFigure Upper, NationalFigure Highest);

public sealed record NationalPredicate(string Code, int Count);

/// <param name="Count">Agencies with both figures.</param>
/// <param name="Self">Mean of their own.</param>
/// <param name="External">Mean of the assessors'.</param>
/// <param name="Difference">external - self, exact and rounded once.</param>
/// <param name="Higher">How many rated themselves higher.</param>
/// <param name="Lower">How many rated themselves lower.</param>
public sealed record NationalGap(int Count, NationalFigure Self, NationalFigure External, decimal Difference, int Higher, int Lower);

/// <param name="All">Every agency of either round; null for the public, who may not know all of them.</param>
/// <param name="Panel">Those in both.</param>
/// <param name="Nodes">Panel means of the nodes now less before; null where not comparable, none for the public.</param>
/// <param name="Rose">Agencies of the panel whose index rose; 0 where not comparable.</param>
/// <param name="Fell">Whose index fell.</param>
/// <param name="Stayed">Whose index is the same.</param>
public sealed record NationalChange(NationalChangeView? All, NationalChangeView Panel, IReadOnlyList<decimal?> Nodes, int Rose, int Fell, int Stayed);

/// <param name="Count">Agencies now.</param>
/// <param name="CountBefore">Agencies before.</param>
/// <param name="Mean">Now.</param>
/// <param name="MeanBefore">Before.</param>
/// <param name="Difference">Exact and rounded once; null where not comparable.</param>
public sealed record NationalChangeView(int Count, int CountBefore, NationalFigure? Mean, NationalFigure? MeanBefore, decimal? Difference);
