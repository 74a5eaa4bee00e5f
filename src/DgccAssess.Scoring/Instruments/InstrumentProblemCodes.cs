namespace DgccAssess.Scoring.Instruments;

/// <summary>Message keys of <see cref="InstrumentProblem"/>, each with its arguments.</summary>
public static class InstrumentProblemCodes
{
    /// <summary>Empty, longer than 64 or other than letters, digits, dot, hyphen and underscore. {0} the code.</summary>
    public const string CodeInvalid = "code-invalid";

    /// <summary>Used before, letter case ignored. {0} the code, {1} the path of its first use.</summary>
    public const string CodeDuplicate = "code-duplicate";

    /// <summary>No language, or one that is not a BCP 47 tag. {0} the tag.</summary>
    public const string LanguageInvalid = "language-invalid";

    /// <summary>{0} the number of tiers, {1} the most there may be. At least one is needed.</summary>
    public const string TierCount = "tier-count";

    /// <summary>{0} the tier its depth asks for, {1} the tier found.</summary>
    public const string TierDepth = "tier-depth";

    /// <summary>Nodes below the leaf tier; they are not looked at further. {0} the leaf tier.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>The instrument has no node.</summary>
    public const string NodesEmpty = "nodes-empty";

    /// <summary>A node above the leaf tier without children. {0} its tier.</summary>
    public const string ChildrenMissing = "children-missing";

    /// <summary>A node of the leaf tier without an indicator. {0} its tier.</summary>
    public const string IndicatorMissing = "indicator-missing";

    /// <summary>A node above the leaf tier with an indicator. {0} its tier.</summary>
    public const string IndicatorAboveLeaf = "indicator-above-leaf";

    /// <summary>{0} the number of indicators, {1} the most there may be.</summary>
    public const string IndicatorCount = "indicator-count";

    /// <summary>A draft indicator in an instrument that is not a draft.</summary>
    public const string IndicatorDraft = "indicator-draft";

    /// <summary>Not positive, or above the most a weight may be. {0} the weight, {1} that most.</summary>
    public const string WeightRange = "weight-range";

    /// <summary>{0} the weight declared, {1} the sum of the parts.</summary>
    public const string WeightSum = "weight-sum";

    /// <summary>So many digits that indices could not be computed exactly in 64 bits.</summary>
    public const string WeightPrecision = "weight-precision";

    /// <summary>The instrument has no scale.</summary>
    public const string ScalesEmpty = "scales-empty";

    /// <summary>Fewer than two levels. {0} their number.</summary>
    public const string ScaleLevelCount = "scale-level-count";

    /// <summary>{0} the level, {1} the one before it.</summary>
    public const string ScaleNotAscending = "scale-not-ascending";

    /// <summary>{0} the level, {1} the lowest and {2} the highest there may be.</summary>
    public const string ScaleLevelRange = "scale-level-range";

    /// <summary>{0} the scale's code.</summary>
    public const string ScaleUnknown = "scale-unknown";

    /// <summary>Warning: no indicator is rated on it.</summary>
    public const string ScaleUnused = "scale-unused";

    /// <summary>Criteria for a level the scale does not have. {0} the level, {1} the scale.</summary>
    public const string LevelUnknown = "level-unknown";

    /// <summary>{0} the level, {1} the one before it.</summary>
    public const string LevelNotAscending = "level-not-ascending";

    /// <summary>Warning: a level above the floor that no criterion can support. {0} the level.</summary>
    public const string LevelWithoutCriteria = "level-without-criteria";

    /// <summary>Warning: an indicator that is not imported has no criteria at all.</summary>
    public const string CriteriaMissing = "criteria-missing";

    /// <summary>{0} the decimals, {1} the least and {2} the most there may be.</summary>
    public const string RoundingDecimals = "rounding-decimals";

    /// <summary>A value the enumeration does not know. {0} the value.</summary>
    public const string ValueUnknown = "value-unknown";

    /// <summary>The lower limit is not below the upper one. {0} from, {1} to.</summary>
    public const string PredicateRange = "predicate-range";

    /// <summary>Published indices without a predicate. {0} the first, {1} the last of them.</summary>
    public const string PredicateGap = "predicate-gap";

    /// <summary>Published indices with two predicates. {0} the other predicate, {1} the first, {2} the last of them.</summary>
    public const string PredicateOverlap = "predicate-overlap";

    /// <summary>Warning: no published index falls into it.</summary>
    public const string PredicateUnreachable = "predicate-unreachable";
}
