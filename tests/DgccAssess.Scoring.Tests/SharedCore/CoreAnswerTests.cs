using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Scoring.Tests.SharedCore;

public sealed class CoreAnswerTests
{
    private static readonly CoreRow Three = new() { Question = "C20", Kind = CoreKind.Exact, Indicators = ["I45", "I46", "I47"] };

    [Fact]
    public void Mean_OfThree_IsExactAndItsLevelIsTheOneReached()
    {
        var answer = CoreAnswer.Of(Three, Agency(("I45", 4), ("I46", 3), ("I47", 3)))!;

        Assert.Equal((new ExactFraction(10, 3), 3), (answer.Value, answer.Level));
    }

    [Fact]
    public void Min_TakesTheLower() =>
        Assert.Equal(2, CoreAnswer.Of(Three with { Combine = CoreCombine.Min }, Agency(("I45", 4), ("I46", 2.9m), ("I47", 3)))!.Level);

    [Fact]
    public void MissingIndicator_IsNoAnswer_NotZeroAndNotOne()
    {
        Assert.Null(CoreAnswer.Of(Three, Agency(("I45", 4), ("I46", 3))));
        Assert.Null(CoreAnswer.Of(Three, Agency(("I45", 4), ("I46", 3), ("I47", null))));
    }

    [Fact]
    public void UnnamedPlace_IsLeftOutOnlyWhereTheMappingSaysSo()
    {
        var agency = Agency(("I45", 4), ("I46", 3), ("I47", 1)) with { Unnamed = new HashSet<string> { "I47" } };

        Assert.Equal(new ExactFraction(7, 2), CoreAnswer.Of(Three with { SkipUnnamed = true }, agency)!.Value);
        Assert.Equal(new ExactFraction(8, 3), CoreAnswer.Of(Three, agency)!.Value);
        Assert.Null(CoreAnswer.Of(Three with { SkipUnnamed = true }, agency with { Unnamed = new HashSet<string> { "I45", "I46", "I47" } }));
    }

    [Fact]
    public void QuestionNotMeasured_HasNoAnswerWhateverThereIs() =>
        Assert.Null(CoreAnswer.Of(Three with { Kind = CoreKind.None }, Agency(("I45", 4), ("I46", 3), ("I47", 3))));

    [Fact]
    public void Verified_OnlyIfEveryIndicatorOfItIs()
    {
        var agency = Agency(("I45", 4), ("I46", 3), ("I47", 3));

        Assert.False(CoreAnswer.Of(Three, agency with { Verified = new HashSet<string> { "I45", "I46" } })!.Verified);
        Assert.True(CoreAnswer.Of(Three, agency with { Verified = new HashSet<string> { "I45", "I46", "I47" } })!.Verified);
    }

    [Theory]
    [InlineData(CoreKind.None, "I1", "IndicatorsOfNone C1")]
    [InlineData(CoreKind.Exact, "", "NoIndicators C1")]
    [InlineData(CoreKind.Exact, "I1 I1", "IndicatorTwice C1 I1")]
    [InlineData(CoreKind.Exact, "I99", "UnknownIndicator C1 I99")]
    [InlineData(CoreKind.Close, "I1 I2", "IndicatorOfTwoQuestions C1 I2, IndicatorOfTwoQuestions C2 I2")]
    public void Mapping_ThatCannotBe_IsRefused(CoreKind kind, string indicators, string problems)
    {
        var sound = Core.Mapping();
        var mapping = sound with { Rows = [sound.Rows[0] with { Kind = kind, Indicators = indicators.Split(' ', StringSplitOptions.RemoveEmptyEntries) }, .. sound.Rows.Skip(1)] };
        var known = Core.Structure.Questions.Select(Core.Indicator).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(CoreMappingCheck.Check(Core.Structure, sound, known));
        Assert.Equal(problems, Text(CoreMappingCheck.Check(Core.Structure, mapping, known)));
        Assert.Equal("ExactInDraft C2", Text(CoreMappingCheck.Check(Core.Structure, sound with { Draft = true }, known)).Split(", ")[0]);
        Assert.Equal("QuestionMissing C20", Text(CoreMappingCheck.Check(Core.Structure, sound with { Rows = [.. sound.Rows.SkipLast(1)] }, known)));
    }

    private static string Text(IEnumerable<CoreMappingProblem> problems) => string.Join(", ", problems.Select(p => $"{p.Fault} {p.Question} {p.Indicator}".TrimEnd()));

    private static CoreAgency Agency(params IEnumerable<(string Code, decimal? Value)> values) =>
        new() { Code = "A", Group = "ministry", Values = values.ToDictionary(v => v.Code, v => v.Value, StringComparer.Ordinal) };
}
