using System.Globalization;
using DgccAssess.Scoring.Awards;
using static DgccAssess.Scoring.Awards.AwardProblemCodes;

namespace DgccAssess.Core.Features.Awards.Files;

/// <summary>What problems of Scoring mean to the person who edits the file.</summary>
public static class AwardMessages
{
    private static readonly Dictionary<string, (string Message, string WhatToDo)> Sentences = new(StringComparer.Ordinal)
    {
        [CodeInvalid] = ("'{0}' can't be a code.", "Use letters, digits and '-', beginning with a letter or digit."),
        [CodeDuplicate] = ("The code '{0}' is used twice.", "Give each its own code; upper and lower case are not told apart."),
        [AwardProblemCodes.OutOfRange] = ("{0} is out of range.", "Write a number from {1} to {2}; a weight is more than 0."),
        [TooManyDecimals] = ("The limit {0} has more decimals than the figures shown.", "Write it with at most {1} decimals."),
        [CategoriesEmpty] = ("There are no categories.", "Add at least one."),
        [WinnersMissing] = ("Nothing says who wins.", "Add 'winners: 3' (a number) or 'threshold: 3.5' (the least figure)."),
        [LevelPlaces] = ("The levels have {0} places, but {1} win.", "Let the places sum to the number of winners."),
        [LevelKind] = ("This level must say '{0}' and nothing else.", "With a number of winners write 'places', with only a threshold write 'from'."),
        [LevelOrder] = ("The level from {0} stands after the one from {1}.", "Write the levels from the highest down."),
        [LevelThreshold] = ("The lowest level begins at {0}, the threshold is {1}.", "Let them be equal."),
        [MeasureEmpty] = ("Nothing says what ranks.", "Write for example 'measure: {{ of: index }}'."),
        [RangeEmpty] = ("The range from {0} to {1} is empty.", "Let 'from' be less than 'to'."),
        [GapRanks] = ("The gap can't rank: who assesses itself low would win.", "Use it in 'tieBreaks'."),
        [FigureWithoutNode] = ("It is not said which node.", "Add for example 'node: D1'."),
        [FigureWithCode] = ("Only 'of: node' has a node.", "Delete 'node', or write 'of: node'."),
        [JuryMissing] = ("The award has no jury.", "Add 'jury' to the award."),
        [CriterionUnknown] = ("The jury has no criterion '{0}'.", "Correct it, or add it to the jury's criteria."),
        [CriteriaEmpty] = ("The jury has no criteria.", "Add at least one."),
        [TieBreakRepeated] = ("The ladder looks at something that was looked at before.", "Delete it: it decides nothing."),
        [PredicateUnknown] = ("There is no predicate '{0}'.", "Write one of the award's 'predicates'."),
        [OtherInstrumentRanked] = ("Results of different instruments would be ranked against each other.", "Delete 'otherInstrument', or let only the jury rank and decide."),
        [GroupUnknown] = ("The tenant has no agency group '{0}'.", "Correct the code, or add the group to tenant.yaml."),
        [RegionUnknown] = ("The tenant has no region '{0}'.", "Correct the code, or add the region to tenant.yaml."),
        [InstrumentUnknown] = ("The tenant does not use the instrument '{0}'.", "Add it to the 'instruments' of tenant.yaml, or correct the code."),
        [NodeUnknown] = ("{1} has no node '{0}'.", "Write the code of a domain, aspect or indicator."),
        [PredicatesDiffer] = ("These are not the predicates of the instrument, from the lowest to the highest.", "Write: [{0}]."),
        [JurorDuplicate] = ("The juror '{0}' stands twice for this candidate.", "Delete one of them."),
        [ScoreMissing] = ("The juror '{0}' has no score for '{1}'.", "Add it, or write \"recused\": true."),
        [ScoreOutOfRange] = ("The score {2} of juror '{0}' for '{1}' is out of range.", "Scores go from {3} to {4}."),
    };

    public static (string Message, string WhatToDo) For(AwardProblem problem)
    {
        var (message, whatToDo) = Sentences.GetValueOrDefault(problem.Code, ($"{problem.Path}: {problem.Code}.", "Correct it."));
        object[] arguments = [.. problem.Arguments];
        return (string.Format(CultureInfo.InvariantCulture, message, arguments), string.Format(CultureInfo.InvariantCulture, whatToDo, arguments));
    }
}
