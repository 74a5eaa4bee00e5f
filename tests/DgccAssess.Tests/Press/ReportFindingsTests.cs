using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Scoring.Ratings;
using DgccAssess.TestCommon.Press;

namespace DgccAssess.Tests.Press;

public sealed class ReportFindingsTests
{
    private static readonly ReportDocument Document = SampleReport.Create();

    [Theory]
    [InlineData(5, 3, FindingCodes.AtTop)]
    [InlineData(4, 3, FindingCodes.AboveTarget)]
    [InlineData(4, 4, FindingCodes.OnTarget)]
    [InlineData(4, 5, FindingCodes.High)]
    [InlineData(4, null, FindingCodes.High)]
    public void Strength_IsSaidByLevelAndTarget(int level, int? target, string code) =>
        Assert.Equal(code, Assert.Single(Of(level, target, self: level, strength: true)).Code);

    [Theory]
    [InlineData(1, 3, FindingCodes.AtFloor)]
    [InlineData(2, 3, FindingCodes.BelowTarget)]
    [InlineData(2, 2, FindingCodes.Low)]
    [InlineData(2, null, FindingCodes.Low)]
    public void Weakness_IsSaidByLevelAndTarget(int level, int? target, string code) =>
        Assert.Equal(code, Assert.Single(Of(level, target, self: level, strength: false)).Code);

    [Theory]
    [InlineData(3, 2, FindingCodes.ClaimLowered)]
    [InlineData(1, 2, FindingCodes.ClaimRaised)]
    public void Claim_ThatDiffers_IsANote(int self, int level, string code)
    {
        var note = Assert.Single(Of(level, null, self, strength: false), finding => finding.Kind is FindingKind.Note);
        Assert.Equal(code, note.Code);
    }

    [Fact]
    public void Sample_NamesEachIndicatorInOneStrengthOrWeaknessAtMost()
    {
        var named = Document.Findings.Where(finding => finding.Kind is not FindingKind.Note).SelectMany(finding => finding.Indicators).ToList();
        Assert.NotEmpty(named);
        Assert.Equal(named.Distinct(StringComparer.Ordinal).Count(), named.Count);
    }

    private static IReadOnlyList<ReportFinding> Of(int level, int? target, int self, bool strength)
    {
        var indicator = Document.Indicators[0] with { Level = level, Target = target, Self = self };
        string[] found = [indicator.Code];
        return ReportFindings.From([new NodeFindings(indicator.Parent, strength ? found : [], strength ? [] : found, [])], Document.Instrument, [indicator]);
    }
}
