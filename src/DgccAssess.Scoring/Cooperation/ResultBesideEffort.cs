using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Scoring.Cooperation;

/// <summary>What can be told from how a rank moved between two editions.</summary>
public enum EffortVerdict
{
    Risen,
    Fallen,
    Same,

    /// <summary>The earlier rank lies within the noise of the later one: no change can be told.</summary>
    InsideNoise,
}

/// <summary>How a country moved from one edition to another.</summary>
/// <param name="From">The earlier.</param>
/// <param name="To">The later.</param>
/// <param name="Before">The country in the earlier.</param>
/// <param name="Now">The country in the later.</param>
/// <param name="Change">What changed, with the part of each component.</param>
/// <param name="Band">Ranks an ordinary movement would give it in the later edition; null where nothing says.</param>
public sealed record EffortStep(EgdiEdition From, EgdiEdition To, EgdiCountry Before, EgdiCountry Now, EgdiChange Change, EgdiBand? Band)
{
    public EffortVerdict Verdict =>
        Change.Rank == 0 ? EffortVerdict.Same
        : Band?.Holds(Before.Rank) == true ? EffortVerdict.InsideNoise
        : Change.Rank > 0 ? EffortVerdict.Risen : EffortVerdict.Fallen;

    internal static EffortStep? Of(IReadOnlyList<EgdiEdition> editions, EgdiEdition from, EgdiEdition to, string country) =>
        from.Year < to.Year && from.Find(country) is { } before && to.Find(country) is { } now && EgdiChange.Of(from, to, country) is { } change
            ? new(from, to, before, now, change, EgdiNoise.Band(to, now, editions))
            : null;
}

/// <summary>
/// What an outside index did in the same period as a project: from the last edition at or before its start to the first at or after its end. Both are named, and where there is none
/// such the nearest one is taken and said to lie inside the period. It sets two facts side by side; that one brought about the other it does not say.
/// </summary>
public sealed record ResultBesideEffort
{
    public required int Start { get; init; }

    /// <summary>Null while the project goes on.</summary>
    public required int? End { get; init; }

    public required EgdiEdition From { get; init; }
    public required EgdiEdition To { get; init; }

    /// <summary>No edition lies at or before the start: the first one is taken.</summary>
    public bool StartsInside => From.Year > Start;

    /// <summary>No edition lies at or after the end: the last one is taken.</summary>
    public bool EndsInside => End is null || To.Year < End;

    /// <summary>From the first to the last edition; null where they are the same.</summary>
    public required EffortStep? Whole { get; init; }

    /// <summary>Edition by edition.</summary>
    public required IReadOnlyList<EffortStep> Steps { get; init; }

    /// <summary>Where the method changed within the period: the longest stretch before it, which can be compared. Null where there is none, or nothing broke.</summary>
    public required EffortStep? BeforeBreak { get; init; }

    /// <param name="editions">The earliest first.</param>
    /// <param name="country">ISO 3166-1 alpha-3.</param>
    /// <param name="start">Year in which the project started.</param>
    /// <param name="end">Year in which it ended; null while it goes on.</param>
    /// <returns>Null where the country is in no edition.</returns>
    public static ResultBesideEffort? Of(IReadOnlyList<EgdiEdition> editions, string country, int start, int? end)
    {
        List<EgdiEdition> known = [.. editions.Where(e => e.Find(country) is not null)];
        if (known.Count == 0) return null;
        var from = known.FindLast(e => e.Year <= start) ?? known[0];
        var to = (end is { } last ? known.Find(e => e.Year >= last) : null) ?? known[^1];
        List<EgdiEdition> within = [.. known.Where(e => e.Year >= from.Year && e.Year <= to.Year)];
        var whole = EffortStep.Of(editions, from, to, country);
        return new ResultBesideEffort
        {
            Start = start,
            End = end,
            From = from,
            To = to.Year < from.Year ? from : to,
            Whole = whole,
            Steps = [.. within.Zip(within.Skip(1), (a, b) => EffortStep.Of(editions, a, b, country)).OfType<EffortStep>()],
            BeforeBreak = whole?.Change.IsBroken == true ? EffortStep.Of(editions, from, within.FindLast(e => e.Year < EgdiEdition.MethodBreak)!, country) : null,
        };
    }
}
