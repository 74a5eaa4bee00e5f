using DgccAssess.Scoring.Ratings;

namespace DgccAssess.Core.Features.Results.Report;

/// <summary>Chooses the sentence that fits each strength and weakness found by <see cref="Findings"/>.</summary>
public static class ReportFindings
{
    /// <param name="findings">One per group, from Scoring or a snapshot.</param>
    /// <param name="instrument">For floor and ceiling of the scales.</param>
    /// <param name="indicators">With level, target and claim.</param>
    public static IReadOnlyList<ReportFinding> From(
        IReadOnlyList<NodeFindings> findings, ReportInstrument instrument, IReadOnlyList<ReportIndicator> indicators)
    {
        var known = indicators.ToDictionary(i => i.Code, StringComparer.Ordinal);
        var scales = instrument.Scales.ToDictionary(s => s.Code, s => (Floor: s.Levels.Min(l => l.Value), Ceiling: s.Levels.Max(l => l.Value)), StringComparer.Ordinal);
        return [.. findings.SelectMany(node =>
            Group(node.Node, FindingKind.Strength, node.Strengths.Select(code => known[code]), i => StrengthOf(i, scales[i.Scale].Ceiling))
                .Concat(Group(node.Node, FindingKind.Weakness, node.Weaknesses.Select(code => known[code]), i => WeaknessOf(i, scales[i.Scale].Floor)))
                .Concat(Group(node.Node, FindingKind.Note, indicators.Where(i => i.Parent == node.Node && i.Self is { } self && self != i.Level), ClaimOf)))];
    }

    private static string StrengthOf(ReportIndicator indicator, decimal ceiling) => indicator switch
    {
        { Level: var level } when level == ceiling => FindingCodes.AtTop,
        { Target: { } target, Level: var level } when level > target => FindingCodes.AboveTarget,
        { Target: { } target, Level: var level } when level == target => FindingCodes.OnTarget,
        _ => FindingCodes.High,
    };

    private static string WeaknessOf(ReportIndicator indicator, decimal floor) => indicator switch
    {
        { Level: var level } when level == floor => FindingCodes.AtFloor,
        { Target: { } target, Level: var level } when level < target => FindingCodes.BelowTarget,
        _ => FindingCodes.Low,
    };

    private static string ClaimOf(ReportIndicator indicator) => indicator.Self > indicator.Level ? FindingCodes.ClaimLowered : FindingCodes.ClaimRaised;

    private static IEnumerable<ReportFinding> Group(string node, FindingKind kind, IEnumerable<ReportIndicator> indicators, Func<ReportIndicator, string> code) =>
        indicators.GroupBy(code, StringComparer.Ordinal)
            .Select(same => new ReportFinding(node, kind, same.Key, [.. same.Select(i => i.Code)]));
}
