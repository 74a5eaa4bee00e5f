namespace DgccAssess.Scoring.Awards;

/// <summary>A raw value of a candidate that a rule looks at; the higher the better.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">The node; of <see cref="FigureKind.Jury"/> one criterion, or null for all by their weights.</param>
public sealed record Figure(FigureKind Kind, string? Code = null);

public enum FigureKind
{
    /// <summary>The index of the whole instrument.</summary>
    Index,

    /// <summary>The index of one domain, aspect or indicator.</summary>
    Node,

    /// <summary>The index minus the one before, on the same instrument only.</summary>
    Increase,

    /// <summary>Nearness of the agency's own index to the external one: the smaller the distance the better. Breaks ties only.</summary>
    Gap,

    /// <summary>The mean over jurors who did not recuse themselves.</summary>
    Jury,
}

/// <summary>What ranks. One part ranks by its own value; of several each is brought to 0-100 by its range, then weighted:
/// sum(weight x 100 x (value - from) / (to - from)) / sum(weight).</summary>
public sealed record Measure(params IReadOnlyList<MeasurePart> Parts)
{
    public static Measure Of(FigureKind kind, string? code = null) => new(new MeasurePart(new Figure(kind, code), 1, 0, 1));

    public bool IsMix => Parts.Count > 1;

    /// <summary>A jury's points are all or part of it.</summary>
    public bool HasJury => Parts.Any(p => p.Figure.Kind is FigureKind.Jury);
}

/// <param name="Figure">The value.</param>
/// <param name="Weight">Positive; only proportions count.</param>
/// <param name="From">The value that stands for 0 in a mix.</param>
/// <param name="To">The value that stands for 100 in a mix.</param>
public sealed record MeasurePart(Figure Figure, decimal Weight, decimal From, decimal To);
