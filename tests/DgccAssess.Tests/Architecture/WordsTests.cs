using System.Text.RegularExpressions;
using System.Xml.Linq;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Architecture;

/// <summary>Every word of the screens exists in every language, with the same placeholders.</summary>
public sealed partial class WordsTests
{
    private static readonly string[] Translations = ["id", "ar", "fr"];

    public static TheoryData<string> Sets() => new(
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Find(), "src"), "*Words.resx", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(RepositoryRoot.Find(), f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Sets))]
    public void Words_AreCompleteInEveryLanguage(string set)
    {
        var english = Read(Path.Combine(RepositoryRoot.Find(), set));
        foreach (var language in Translations)
        {
            var translated = Read(Path.Combine(RepositoryRoot.Find(), Path.ChangeExtension(set, $".{language}.resx")));
            Assert.Empty(Differences(english, translated));
        }
    }

    [Fact]
    public void Rule_FailsOnAMissingKeyAnEmptyTextAndALostPlaceholder()
    {
        var english = new Dictionary<string, string> { ["A"] = "one", ["B"] = "two {0}", ["C"] = "three" };

        Assert.Equal(3, Differences(english, new Dictionary<string, string> { ["B"] = "deux", ["C"] = " " }).Count());
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Words_InArabic_KeepCodesAndDatesFromTurning(string set) =>
        Assert.Empty(Read(Path.Combine(RepositoryRoot.Find(), Path.ChangeExtension(set, ".ar.resx"))).Where(word => Turns(word.Value)).Select(word => word.Key));

    [Theory]
    [InlineData("مثل 2026-11-24.", true)]
    [InlineData("مثل \u20662026-11-24\u2069.", false)]
    [InlineData("وفق ISO 3166-1", false)]
    [InlineData("يبدأ بـ https://", true)]
    [InlineData("في https://example.org", false)]
    [InlineData("في /verify/key", true)]
    public void Rule_InArabic_KnowsWhatTurns(string text, bool turns) => Assert.Equal(turns, Turns(text));

    /// <summary>After an Arabic letter a date would be read from its day on; a slash or colon without a Latin letter at both ends goes to the wrong one.</summary>
    private static bool Turns(string text) => Turning().IsMatch(Isolated().Replace(text, ""));

    private static IEnumerable<string> Differences(Dictionary<string, string> english, Dictionary<string, string> translated) =>
        english.Keys.Except(translated.Keys).Select(k => $"{k} is missing")
            .Concat(translated.Keys.Except(english.Keys).Select(k => $"{k} is not in English"))
            .Concat(translated.Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => $"{t.Key} is empty"))
            .Concat(english.Where(e => translated.TryGetValue(e.Key, out var t) && t.Trim().Length > 0 && !Placeholders(e.Value).SetEquals(Placeholders(t)))
                .Select(e => $"{e.Key} has other placeholders"));

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Groups[1].Value)];

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Load(path).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    [GeneratedRegex("[\u2066\u2068][^\u2069]*\u2069")]
    private static partial Regex Isolated();

    [GeneratedRegex(@"\p{IsArabic}[^A-Za-z]*\d-\d|://(?![A-Za-z\u200e])|(^|[\s«(])/[a-z]")]
    private static partial Regex Turning();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();
}
