using System.Globalization;
using DgccAssess.Scoring.Instruments;
using static DgccAssess.Scoring.Instruments.InstrumentProblemCodes;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>What the structural problems of Scoring mean to the person who edits the file.</summary>
public static class StructureMessages
{
    private static readonly Dictionary<string, (string Message, string WhatToDo)> Sentences = new(StringComparer.Ordinal)
    {
        [CodeInvalid] = ("'{0}' can't be a code.", "Use letters, digits and '-', beginning with a letter or digit."),
        [CodeDuplicate] = ("The code '{0}' is used twice.", "Give each its own code; upper and lower case are not told apart."),
        [LanguageInvalid] = ("'{0}' is no language tag.", "Use tags such as en, id or sr-Latn."),
        [TierCount] = ("There are {0} tiers.", "Write 1 to {1} tiers, from the root to the indicators."),
        [TierDepth] = ("This node belongs to the tier '{0}', not '{1}'.", "Move it in the tree."),
        [TooDeep] = ("The tree is deeper than 'tiers' says: there are nodes below '{0}'.", "Add a tier to 'tiers', or move these nodes up."),
        [NodesEmpty] = ("There are no nodes.", "Add at least one indicator."),
        [ChildrenMissing] = ("This {0} has no nodes below it.", "Add its nodes, or delete it."),
        [IndicatorMissing] = ("This {0} has nodes below it, but it is of the last tier.", "Add a tier to 'tiers', or give it a scale and criteria."),
        [IndicatorAboveLeaf] = ("This {0} has a scale, but only nodes of the last tier are rated.", "Give it 'nodes', or move it down."),
        [IndicatorDraft] = ("A draft indicator stands in an instrument that is no draft.", "Add 'draft: true' at the top, or finish the indicator."),
        [IndicatorCount] = ("There are {0} indicators.", "Write 1 to {1} indicators."),
        [WeightRange] = ("The weight {0} is out of range.", "Write a weight above 0 and at most {1}, for example 2.75."),
        [WeightSum] = ("The weight is {0}, but the weights below it sum to {1}.", "Correct one of them; they must agree exactly."),
        [WeightPrecision] = ("The weights have too many digits to compute with exactly.", "Write them with fewer decimals."),
        [ScalesEmpty] = ("There is no scale.", "Add at least one scale."),
        [ScaleLevelCount] = ("A scale of {0} levels is too short.", "Give at least two levels, for example [1, 2, 3, 4, 5]."),
        [ScaleNotAscending] = ("Level {0} stands after level {1}.", "Write the levels in ascending order, each once."),
        [ScaleLevelRange] = ("Level {0} is out of range.", "Use levels from {1} to {2}."),
        [ScaleUnknown] = ("There is no scale '{0}'.", "Use a code of 'scales'."),
        [ScaleUnused] = ("No indicator is rated on this scale.", "Delete it, or use it."),
        [LevelUnknown] = ("The scale '{1}' has no level {0}.", "Delete the level here, or add it to the scale."),
        [LevelNotAscending] = ("Level {0} stands after level {1}.", "Write the levels in ascending order."),
        [LevelWithoutCriteria] = ("Level {0} has no criteria, so no answer can support it.", "Add at least one criterion, for example [a]."),
        [CriteriaMissing] = ("This indicator has no criteria.", "Add criteria per level, or mark it 'imported: true'."),
        [RoundingDecimals] = ("{0} decimals can't be shown.", "Write {1} to {2}; 2 gives figures such as 2.95."),
        [ValueUnknown] = ("'{0}' is not a value of this key.", "Correct the spelling."),
        [PredicateRange] = ("The range from {0} to {1} is empty.", "'to' must be greater than 'from'."),
        [PredicateGap] = (
            "The indices from {0} to {1} have no predicate.",
            "Let one predicate begin where the one below it ends; the highest needs toInclusive: true."
        ),
        [PredicateOverlap] = ("The indices from {1} to {2} also have the predicate '{0}'.", "Let one predicate begin where the one below it ends."),
        [PredicateUnreachable] = ("No published index falls into this predicate.", "Delete it, or correct its limits."),
    };

    public static (string Message, string WhatToDo) For(InstrumentProblem problem)
    {
        var (message, whatToDo) = Sentences.GetValueOrDefault(problem.Code, (problem.Code, $"Look at {problem.Path}."));
        object[] arguments = [.. problem.Arguments];
        return (string.Format(CultureInfo.InvariantCulture, message, arguments), string.Format(CultureInfo.InvariantCulture, whatToDo, arguments));
    }
}
