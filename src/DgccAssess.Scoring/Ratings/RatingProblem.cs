namespace DgccAssess.Scoring.Ratings;

/// <summary>One rating that cannot be scored.</summary>
/// <param name="Indicator">The code as given.</param>
/// <param name="Code">Message key: one of <see cref="RatingProblemCodes"/>.</param>
/// <param name="Arguments">Values for the message, in the order given at the code, culture-neutral.</param>
public sealed record RatingProblem(string Indicator, string Code, IReadOnlyList<string> Arguments);

/// <summary>Message keys of <see cref="RatingProblem"/>, each with its arguments.</summary>
public static class RatingProblemCodes
{
    /// <summary>The instrument has no such indicator.</summary>
    public const string UnknownIndicator = "unknown-indicator";

    /// <summary>The indicator has no rating.</summary>
    public const string Missing = "rating-missing";

    /// <summary>"Not applicable" where the instrument forbids it.</summary>
    public const string NotApplicableForbidden = "not-applicable-forbidden";

    /// <summary>{0} the rating, {1} the lowest and {2} the highest level; or, on a scale of whole levels, not one of them.</summary>
    public const string OffScale = "off-scale";

    /// <summary>{0} the rating, {1} the decimals allowed.</summary>
    public const string TooManyDecimals = "too-many-decimals";
}
