using System.Globalization;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Ratings;

public static class RatingCheck
{
    private const int Decimals = 2;

    /// <summary>Every problem at once: those of the instrument's indicators in reading order, then unknown codes in the order of the dictionary.</summary>
    /// <param name="plan">The compiled instrument.</param>
    /// <param name="ratings">By indicator code, in levels; null is "not applicable". Codes are compared letter by letter.</param>
    public static IReadOnlyList<RatingProblem> Check(ScoringPlan plan, IReadOnlyDictionary<string, decimal?> ratings) =>
    [
        .. plan.Indicators.Select(node => CheckOne(plan.Instrument, node, ratings)).OfType<RatingProblem>(),
        .. ratings.Keys.Where(code => plan.PositionOf(code) < 0).Select(code => new RatingProblem(code, RatingProblemCodes.UnknownIndicator, [])),
    ];

    /// <summary>The problem of one rating on its scale, or null; for an answer that is checked alone.</summary>
    public static RatingProblem? CheckValue(string indicator, Scale scale, decimal rating)
    {
        if (scale.Levels.Any(level => level == rating))
            return null;
        if (rating < scale.Floor || rating > scale.Ceiling || !scale.AllowsDecimals)
            return new RatingProblem(indicator, RatingProblemCodes.OffScale, [Text(rating), Text(scale.Floor), Text(scale.Ceiling)]);
        return rating == Math.Round(rating, Decimals) ? null : new RatingProblem(indicator, RatingProblemCodes.TooManyDecimals, [Text(rating), Text(Decimals)]);
    }

    private static RatingProblem? CheckOne(Instrument instrument, PlanNode node, IReadOnlyDictionary<string, decimal?> ratings)
    {
        if (!ratings.TryGetValue(node.Code, out var given))
            return new RatingProblem(node.Code, RatingProblemCodes.Missing, []);
        if (given is { } rating)
            return CheckValue(node.Code, node.Scale!, rating);
        return instrument.NotApplicable is NotApplicablePolicy.Excluded
            ? null
            : new RatingProblem(node.Code, RatingProblemCodes.NotApplicableForbidden, []);
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
