using DgccAssess.Core.Features.Instruments;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Ratings;

namespace DgccAssess.Core.Features.Results.Report;

internal static class ReportIndicators
{
    public static IReadOnlyList<ReportIndicator> Of(StoredResult result, Scorecard card, IReadOnlyList<NodeFindings> findings, InstrumentTexts texts)
    {
        var missing = findings.SelectMany(f => f.Recommendations).ToDictionary(r => r.Indicator, StringComparer.Ordinal);
        return [.. card.Plan.Indicators.Zip(result.Document.Inputs, (node, input) => Of(node, input, result, card, missing.GetValueOrDefault(node.Code), texts))];
    }

    private static ReportIndicator Of(PlanNode node, SnapshotInput input, StoredResult result, Scorecard card, Recommendation? step, InstrumentTexts texts)
    {
        var (scale, rating) = (node.Scale!, result.Decisive(input)!);
        var next = scale.Levels.Cast<int?>().FirstOrDefault(level => level > rating.Value);
        return new ReportIndicator
        {
            Code = node.Code,
            // An instrument without groups: the indicators hang from its root.
            Parent = ReportBuilder.ParentOf(card.Plan, node.Code) ?? card.Instrument.Code,
            Name = texts.Name(node.Code),
            Question = texts.Question(node.Code),
            Subject = input.Subject,
            Scale = scale.Code,
            Weight = ReportBuilder.WeightOf(card.Find(node.Code)!, card),
            Level = rating.Value!.Value,
            // A value between two levels has reached the lower one.
            LevelName = texts.LevelName(scale.Code, scale.Levels.Last(level => level <= rating.Value)),
            Self = input.Self?.Value,
            Explanation = result.ReasonOf(input),
            Next = next is { } level
                ? new ReportNextLevel(level, texts.LevelName(scale.Code, level),
                    step?.NextLevel == level ? [.. step.Criteria.Select(c => new ReportCriterion(c, texts.Criterion(c)))] : [])
                : null,
        };
    }
}
