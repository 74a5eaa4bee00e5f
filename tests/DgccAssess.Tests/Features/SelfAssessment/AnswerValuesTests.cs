using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Features.SelfAssessment;

namespace DgccAssess.Tests.Features.SelfAssessment;

public sealed class AnswerValuesTests
{
    private static readonly DateTime Noon = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(-1, "Deadline.Over", 0)]
    [InlineData(119, "Deadline.Soon", 0)]
    [InlineData(120, "Deadline.Hours", 2)]
    [InlineData(47 * 60, "Deadline.Hours", 47)]
    [InlineData(48 * 60, "Deadline.Days", 2)]
    [InlineData(30 * 24 * 60, "Deadline.Days", 30)]
    public void TimeLeft_IsSaidInTheUnitPeopleUse(int minutes, string key, int number) =>
        Assert.Equal(new TimeLeft(key, number), TimeLeft.Until(Noon.AddMinutes(minutes), Noon));

    [Theory]
    [InlineData(null, "")]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree")]
    [InlineData("a\0b\u0007c\uFEFF\u202Ed\u2066", "abcd")]
    [InlineData("tab\tand emoji 👩‍👩‍👧 stay", "tab\tand emoji 👩‍👩‍👧 stay")]
    public void TypedText_Lines_AreStorable(string? typed, string stored) => Assert.Equal(stored, TypedText.Lines(typed));

    [Fact]
    public void TypedText_LoneSurrogate_BecomesAReplacementCharacter() => Assert.Equal("a\uFFFDb", TypedText.Lines("a\uD83Db"));

    [Fact]
    public void TypedText_Line_HasNoLineEndsOrOuterSpace() => Assert.Equal("a b", TypedText.Line("  a\nb "));

    [Fact]
    public void AnswerInput_EmptyRowsAndRepeatedCriteria_AreDropped()
    {
        var content = new AnswerInput { Criteria = ["I1.2.a", "I1.1.a", "I1.2.a", ""], Facts = [new(), new() { Page = "4" }, new() { Document = "  " }], Subject = " " }.ToContent().Value!;

        Assert.Equal(["I1.1.a", "I1.2.a"], content.Criteria);
        Assert.Equal([new Fact("", "", "", "4")], content.Facts);
        Assert.Null(content.Subject);
        Assert.Null(content.Level);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1,000.5")]
    [InlineData("NaN")]
    [InlineData("٣")]
    public void AnswerInput_ALevelThatIsNoPlainNumber_IsRefused(string level) => Assert.False(new AnswerInput { Level = level }.ToContent().Succeeded);

    [Theory]
    [InlineData("remove-fact-2", 2)]
    [InlineData("remove-fact--1", null)]
    [InlineData("remove-fact-x", null)]
    [InlineData("stay", null)]
    [InlineData(null, null)]
    public void AnswerAction_Row_IsReadFromTheButton(string? then, int? row) => Assert.Equal(row, AnswerAction.Of(then).Row);
}
