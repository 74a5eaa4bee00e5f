using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Ratings;

namespace DgccAssess.Scoring.National;

/// <summary>A criterion and how many agencies it keeps from their next level.</summary>
/// <param name="Criterion">Its code.</param>
/// <param name="Indicator">Code of its indicator.</param>
/// <param name="Level">The level it belongs to.</param>
/// <param name="Agencies">How many agencies lack it for the level right above theirs.</param>
public sealed record UnmetCriterion(string Criterion, string Indicator, int Level, int Agencies);

/// <summary>Counts, over the agencies of a round, the criteria that stand between an agency and its next level. Those of levels further up are not counted: else the
/// highest level of everything would lead every list.</summary>
public sealed class UnmetCriteria
{
    private readonly Dictionary<string, UnmetCriterion> found = new(StringComparer.Ordinal);

    /// <param name="card">One agency's final ratings.</param>
    /// <param name="met">Codes of the criteria found met; see <see cref="Findings.Of"/>.</param>
    public void Add(Scorecard card, IReadOnlySet<string> met)
    {
        foreach (var recommendation in Findings.Of(card, met).SelectMany(node => node.Recommendations))
            foreach (var criterion in recommendation.Criteria)
                found[criterion] = found.TryGetValue(criterion, out var known)
                    ? known with { Agencies = known.Agencies + 1 }
                    : new UnmetCriterion(criterion, recommendation.Indicator, recommendation.NextLevel, 1);
    }

    /// <summary>The most common first; equal ones in the order of their codes.</summary>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<UnmetCriterion> MostCommon(int count) =>
        [.. found.Values.OrderByDescending(criterion => criterion.Agencies).ThenBy(criterion => criterion.Criterion, StringComparer.Ordinal).Take(count)];
}
