using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.SharedCore.Files;

/// <summary>What is wrong with a mapping, in sentences for whoever edits its file.</summary>
internal static class CoreMappingMessages
{
    public static (string Message, string WhatToDo) For(CoreMappingProblem problem) => problem.Fault switch
    {
        CoreMappingFault.UnknownQuestion => ($"The core has no question '{problem.Question}'.", "Correct the code, or delete the line."),
        CoreMappingFault.QuestionTwice => ($"The question {problem.Question} stands twice.", "Delete one of the two."),
        CoreMappingFault.QuestionMissing => ($"The question {problem.Question} is missing.", "Add it, with the kind none where it is not measured."),
        CoreMappingFault.IndicatorsOfNone => ($"{problem.Question} is not measured and yet names indicators.", "Delete them, or choose the kind close or exact."),
        CoreMappingFault.NoIndicators => ($"{problem.Question} names no indicator.", "Name at least one, or choose the kind none."),
        CoreMappingFault.IndicatorTwice => ($"{problem.Question} names {problem.Indicator} twice.", "Name it once."),
        CoreMappingFault.UnknownIndicator => ($"{problem.Question} names {problem.Indicator}, which the instrument does not have.", "Correct the code."),
        CoreMappingFault.IndicatorOfTwoQuestions => ($"{problem.Question} names {problem.Indicator}, which another question names too.", "An indicator answers one question: decide for one."),
        CoreMappingFault.ExactInDraft => ($"{problem.Question} can't be exact in a draft.", "Choose the kind close until the official criteria have been read."),
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Fault, message: null),
    };
}
