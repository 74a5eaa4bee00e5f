using System.Text.RegularExpressions;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Architecture;

/// <summary>What the content security policy would drop, or what would let text become markup, is not written in the first place.</summary>
public sealed partial class MarkupTests
{
    [Fact]
    public void Pages_HaveNoInlineScriptHandlerStyleOrRawHtml()
    {
        var root = Path.Combine(RepositoryRoot.Find(), "src", "DgccAssess.Web");
        var pages = Directory.EnumerateFiles(root, "*.cshtml", SearchOption.AllDirectories).ToList();

        Assert.NotEmpty(pages);
        Assert.Empty(pages.Where(p => Offends(File.ReadAllText(p))).Select(p => Path.GetRelativePath(root, p)));
    }

    [Theory]
    [InlineData("<p style=\"color:red\">x</p>")]
    [InlineData("<a onclick=\"go()\">x</a>")]
    [InlineData("<script>go()</script>")]
    [InlineData("@Html.Raw(text)")]
    [InlineData("<a href=\"javascript:go()\">x</a>")]
    public void Rule_FailsOn(string markup) => Assert.True(Offends(markup));

    [Theory]
    [InlineData("<script type=\"module\" src=\"~/lib/site/site.js\"></script>")]
    [InlineData("<progress value=\"3\" max=\"9\"></progress>")]
    public void Rule_Allows(string markup) => Assert.False(Offends(markup));

    private static bool Offends(string markup) => Offence().IsMatch(markup);

    [GeneratedRegex(@"\sstyle\s*=\s*[""']|\son[a-z]+\s*=\s*[""']|<script(?![^>]*\ssrc=)[^>]*>|Html\.Raw|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Offence();
}
