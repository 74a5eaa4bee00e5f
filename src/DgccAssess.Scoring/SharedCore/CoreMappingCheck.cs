namespace DgccAssess.Scoring.SharedCore;

public enum CoreMappingFault
{
    UnknownQuestion,
    QuestionTwice,
    QuestionMissing,

    /// <summary>Not measured, and yet it names indicators.</summary>
    IndicatorsOfNone,

    /// <summary>Measured, and yet by nothing.</summary>
    NoIndicators,

    IndicatorTwice,
    UnknownIndicator,

    /// <summary>Two questions that share an indicator would count it twice.</summary>
    IndicatorOfTwoQuestions,

    /// <summary>A draft says nothing exactly.</summary>
    ExactInDraft,
}

/// <param name="Fault">What is wrong.</param>
/// <param name="Question">Where.</param>
/// <param name="Indicator">The indicator it is about; null where it is about the row.</param>
public sealed record CoreMappingProblem(CoreMappingFault Fault, string Question, string? Indicator = null);

public static class CoreMappingCheck
{
    /// <param name="structure">The core.</param>
    /// <param name="mapping">To be checked.</param>
    /// <param name="indicators">Codes of the instrument's indicators; null where the instrument is not at hand.</param>
    public static IReadOnlyList<CoreMappingProblem> Check(CoreStructure structure, CoreMapping mapping, IReadOnlySet<string>? indicators)
    {
        var questions = structure.Questions.ToHashSet(StringComparer.Ordinal);
        var users = mapping.Rows.SelectMany(row => row.Indicators.Distinct(StringComparer.Ordinal)).CountBy(code => code, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<CoreMappingProblem>();
        foreach (var row in mapping.Rows)
        {
            if (!questions.Contains(row.Question)) Add(CoreMappingFault.UnknownQuestion);
            if (!seen.Add(row.Question)) Add(CoreMappingFault.QuestionTwice);
            if (row.Kind is CoreKind.None && row.Indicators.Count > 0) Add(CoreMappingFault.IndicatorsOfNone);
            if (row.Kind is not CoreKind.None && row.Indicators.Count == 0) Add(CoreMappingFault.NoIndicators);
            if (row.Kind is CoreKind.Exact && mapping.Draft) Add(CoreMappingFault.ExactInDraft);
            foreach (var (code, times) in row.Indicators.CountBy(code => code, StringComparer.Ordinal))
            {
                if (times > 1) Add(CoreMappingFault.IndicatorTwice, code);
                if (indicators?.Contains(code) == false) Add(CoreMappingFault.UnknownIndicator, code);
                if (users[code] > 1) Add(CoreMappingFault.IndicatorOfTwoQuestions, code);
            }

            void Add(CoreMappingFault fault, string? indicator = null) => problems.Add(new CoreMappingProblem(fault, row.Question, indicator));
        }

        return [.. problems, .. structure.Questions.Where(code => !seen.Contains(code)).Select(code => new CoreMappingProblem(CoreMappingFault.QuestionMissing, code))];
    }
}
