using System.Globalization;

namespace DgccAssess.Scoring.Awards;

/// <summary>One fault of an award's rules, found by <see cref="AwardCheck"/>, or of a candidate, found by <see cref="CandidateCheck"/>.</summary>
/// <param name="Path">Where, in codes from the root, for example <c>categories/best-city/levels</c> or <c>candidates/kota-x/jury</c>.</param>
/// <param name="Code">What, a message key: one of <see cref="AwardProblemCodes"/>.</param>
/// <param name="Arguments">Values for the message, in the order given at the code, culture-neutral.</param>
public sealed record AwardProblem(string Path, string Code, IReadOnlyList<string> Arguments);

internal sealed class AwardProblemList
{
    private readonly List<AwardProblem> all = [];

    public IReadOnlyList<AwardProblem> All => all;

    public void Add(string path, string code, params ReadOnlySpan<object?> arguments)
    {
        var texts = new string[arguments.Length];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Convert.ToString(arguments[i], CultureInfo.InvariantCulture) ?? "";
        all.Add(new AwardProblem(path, code, texts));
    }
}

/// <summary>Message keys of <see cref="AwardProblem"/>, each with its arguments.</summary>
public static class AwardProblemCodes
{
    /// <summary>{0} the code.</summary>
    public const string CodeInvalid = "code-invalid";

    /// <summary>{0} the code.</summary>
    public const string CodeDuplicate = "code-duplicate";

    /// <summary>{0} the number, {1} the least and {2} the most there may be.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>More decimals than the figure shown has. {0} the limit, {1} the decimals shown.</summary>
    public const string TooManyDecimals = "too-many-decimals";

    public const string CategoriesEmpty = "categories-empty";

    /// <summary>Neither a number of winners nor a threshold.</summary>
    public const string WinnersMissing = "winners-missing";

    /// <summary>The levels cover another number of ranks than may win. {0} the ranks, {1} the winners.</summary>
    public const string LevelPlaces = "level-places";

    /// <summary>Levels of a category with a number of winners say places; of one with only a threshold, from. {0} the word that is expected.</summary>
    public const string LevelKind = "level-kind";

    /// <summary>Not below the level before it. {0} its limit, {1} the other's.</summary>
    public const string LevelOrder = "level-order";

    /// <summary>The lowest level does not begin at the threshold. {0} its limit, {1} the threshold.</summary>
    public const string LevelThreshold = "level-threshold";

    public const string MeasureEmpty = "measure-empty";

    /// <summary>{0} from, {1} to.</summary>
    public const string RangeEmpty = "range-empty";

    /// <summary>The gap breaks ties; it never ranks.</summary>
    public const string GapRanks = "gap-ranks";

    /// <summary>{0} the kind.</summary>
    public const string FigureWithoutNode = "figure-without-node";

    /// <summary>Only a node and the jury are told apart by a code. {0} the kind.</summary>
    public const string FigureWithCode = "figure-with-code";

    public const string JuryMissing = "jury-missing";

    /// <summary>{0} the criterion.</summary>
    public const string CriterionUnknown = "criterion-unknown";

    public const string CriteriaEmpty = "criteria-empty";

    /// <summary>The same value was looked at before: it decides nothing.</summary>
    public const string TieBreakRepeated = "tie-break-repeated";

    /// <summary>{0} the predicate.</summary>
    public const string PredicateUnknown = "predicate-unknown";

    /// <summary>Results of several instruments would be ranked against each other.</summary>
    public const string OtherInstrumentRanked = "other-instrument-ranked";

    /// <summary>A value the enumeration does not know. {0} the value.</summary>
    public const string ValueUnknown = "value-unknown";

    /// <summary>{0} the group.</summary>
    public const string GroupUnknown = "group-unknown";

    /// <summary>{0} the region.</summary>
    public const string RegionUnknown = "region-unknown";

    /// <summary>{0} the instrument.</summary>
    public const string InstrumentUnknown = "instrument-unknown";

    /// <summary>{0} the node, {1} the instrument.</summary>
    public const string NodeUnknown = "node-unknown";

    /// <summary>The predicates are not those of the instrument from the lowest to the highest. {0} those of the instrument.</summary>
    public const string PredicatesDiffer = "predicates-differ";

    /// <summary>{0} the juror.</summary>
    public const string JurorDuplicate = "juror-duplicate";

    /// <summary>A juror who did not recuse lacks a score. {0} the juror, {1} the criterion.</summary>
    public const string ScoreMissing = "score-missing";

    /// <summary>{0} the juror, {1} the criterion, {2} the score, {3} the lowest and {4} the highest there may be.</summary>
    public const string ScoreOutOfRange = "score-out-of-range";
}
