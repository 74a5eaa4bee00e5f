namespace DgccAssess.Scoring.Paths;

/// <summary>One indicator raised on the way to a target.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="From">The rating it has.</param>
/// <param name="To">The level to reach.</param>
/// <param name="Criteria">The unmet criteria of all levels on the way, in reading order; may be empty where the rating is lower than the criteria say.</param>
public sealed record PathStep(string Indicator, decimal From, int To, IReadOnlyList<string> Criteria);
