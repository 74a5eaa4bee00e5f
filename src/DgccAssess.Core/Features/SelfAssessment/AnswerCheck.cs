using DgccAssess.Core.Data;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Ratings;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <summary>What an answer may contain: every problem at once, each with the field it is in.</summary>
public static class AnswerCheck
{
    /// <summary>Characters.</summary>
    public const int AnalysisLength = 8000;

    /// <summary>Characters of one cell of a fact.</summary>
    public const int FactLength = 300;

    public const int FactCount = 20;

    /// <summary>Characters.</summary>
    public const int SubjectLength = 200;

    public static IReadOnlyList<Problem> Problems(Node indicator, Scale scale, AnswerContent content, bool ready) =>
    [
        .. Criteria(indicator, content),
        .. Facts(content),
        .. TooLong(nameof(content.Analysis), content.Analysis, AnalysisLength, SelfAssessmentMessages.AnalysisTooLong),
        .. Level(indicator, scale, content, ready),
        .. TooLong(nameof(content.Subject), content.Subject, SubjectLength, SelfAssessmentMessages.SubjectTooLong),
        .. Named(indicator, content, ready),
    ];

    private static IEnumerable<Problem> Criteria(Node indicator, AnswerContent content)
    {
        var known = indicator.Indicator!.Levels.SelectMany(l => l.Criteria).ToHashSet(StringComparer.Ordinal);
        return content.Criteria.Where(c => !known.Contains(c)).Take(1).Select(c => new Problem(nameof(content.Criteria), SelfAssessmentMessages.UnknownCriterion, c));
    }

    private static IEnumerable<Problem> Facts(AnswerContent content)
    {
        if (content.Facts.Count > FactCount) yield return new(nameof(content.Facts), SelfAssessmentMessages.TooManyFacts, FactCount, content.Facts.Count);
        for (var row = 0; row < content.Facts.Count; row++)
        {
            var (document, number, article, page) = content.Facts[row];
            foreach (var (cell, text) in new[] { (nameof(Fact.Document), document), (nameof(Fact.Number), number), (nameof(Fact.Article), article), (nameof(Fact.Page), page) })
            {
                if (text.Length > FactLength) yield return new($"{nameof(content.Facts)}[{row}].{cell}", SelfAssessmentMessages.FactTooLong, row + 1, FactLength, text.Length);
            }
        }
    }

    private static IEnumerable<Problem> Level(Node indicator, Scale scale, AnswerContent content, bool ready)
    {
        if (content.Level is not { } level)
        {
            if (ready) yield return new(nameof(content.Level), SelfAssessmentMessages.LevelMissing);
        }
        else if (RatingCheck.CheckValue(indicator.Code, scale, level) is { } problem)
        {
            var key = problem.Code == RatingProblemCodes.TooManyDecimals ? SelfAssessmentMessages.LevelDecimals : SelfAssessmentMessages.LevelOffScale;
            yield return new(nameof(content.Level), key, scale.Floor, scale.Ceiling);
        }
    }

    private static IEnumerable<Problem> Named(Node indicator, AnswerContent content, bool ready)
    {
        if (ready && indicator.Indicator!.NamedByAgency && string.IsNullOrWhiteSpace(content.Subject))
        {
            yield return new(nameof(content.Subject), SelfAssessmentMessages.SubjectMissing);
        }
    }

    private static IEnumerable<Problem> TooLong(string field, string? text, int limit, string message)
    {
        if (text?.Length > limit) yield return new(field, message, limit, text.Length);
    }
}
