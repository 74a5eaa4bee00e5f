using DgccAssess.Core.Files.Markdown;

namespace DgccAssess.Tests.Files;

public sealed class MarkdownTextTests
{
    [Fact]
    public void Parse_EveryKindOfBlock_IsFoundInOrder()
    {
        var blocks = MarkdownText.Parse("One\nline\r\n\r\n## Head\nText\n- a\n- b\n\nEnd");

        Assert.Equal(
            ["Paragraph: One line", "Heading: Head", "Paragraph: Text", "List: a|b", "Paragraph: End"],
            blocks.Select(b => $"{b.Kind}: {string.Join('|', b.Lines.Select(l => string.Concat(l.Select(s => s.Text))))}"));
    }

    [Fact]
    public void Parse_StrongAndLinks_AreSpansAndAllElseIsText() => Assert.Equal(
        [new("Say "), new("yes", Strong: true), new(" at "), new("x", Href: "https://example.org"), new(" or "), new("us", Href: "mailto:a@example.org"), new(" <b>!</b>")],
        MarkdownText.Parse("Say **yes** at [x](https://example.org) or [us](mailto:a@example.org) <b>!</b>").Single().Lines.Single());

    [Theory]
    [InlineData("[x](javascript:alert)")]
    [InlineData("[x](http://example.org)")]
    [InlineData("[x](//example.org)")]
    [InlineData("[x](/sign-out)")]
    [InlineData("[x](data:text/html,hello)")]
    public void Link_OfAnotherKind_IsAFaultAndStaysText(string text)
    {
        Assert.NotNull(MarkdownText.Fault(text));
        Assert.Equal([new MarkdownSpan(text)], MarkdownText.Parse(text).Single().Lines.Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData("**")]
    [InlineData("[]()")]
    [InlineData("## ")]
    [InlineData("- \n- ")]
    public void Parse_Oddities_AreHarmless(string text)
    {
        Assert.Null(MarkdownText.Fault(text));
        Assert.NotNull(MarkdownText.Parse(text));
    }
}
