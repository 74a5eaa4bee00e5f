using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Paths;

/// <summary>What lies between an index and the predicate above it.</summary>
/// <param name="Predicate">The next one up.</param>
/// <param name="Missing">Its lower limit less the published index: what a reader sees missing. Positive, in index points.</param>
public sealed record NextPredicate(Predicate Predicate, decimal Missing)
{
    /// <returns>Null at the highest predicate, or when there is no index.</returns>
    public static NextPredicate? After(Scorecard card)
    {
        if (card.Total.Published is not { } published) return null;
        var next = card.Instrument.Predicates.Where(p => p.From > published).MinBy(p => p.From);
        return next is null ? null : new NextPredicate(next, next.From - published);
    }
}
