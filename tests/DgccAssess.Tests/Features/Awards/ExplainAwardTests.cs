using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Tests.Features.Awards;

public sealed class ExplainAwardTests
{
    public static TheoryData<string> Languages => new(AwardWords.Languages);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Words_EveryReasonFigureAndWaiver_HasThem(string language)
    {
        string[] keys =
        [
            .. RefusalCodes.All.Select(code => $"Refusal.{code}"), .. Enum.GetNames<FigureKind>().Select(kind => $"Figure.{kind}"),
            .. Enum.GetNames<EntryWaiver>().Select(waiver => $"Waive.{waiver}"),
        ];

        Assert.All(keys, key => Assert.False(string.IsNullOrWhiteSpace(AwardWords.Find(key, language)), key));
    }

    [Theory]
    [InlineData("winners: 2", "winners: 1", "levels: [{ code: gold, places: 1 }, { code: second, places: 1, names: { en: Second, fr: Deuxième } }]", "", "Number of prizes: 1.")]
    [InlineData("minimumIndex: 2.6", "minimumIndex: 3", null, null, "Its index must be at least 3.00.")]
    [InlineData("{ of: index }", "{ of: node, node: D1 }", null, null, "Ranked by the index of D1.")]
    [InlineData("groups: [ministry, city]", "regions: [java]", null, null, "Only from these regions: java.")]
    [InlineData("onePerAgency: categoryOrder", "onePerAgency: none", null, null, "An agency may win in several categories.")]
    [InlineData("minimumJurors: 2", "minimumJurors: 4", null, null, "of whom at least 4 must remain.")]
    public void Explain_ChangedRule_ChangesTheWords(string find, string replacement, string? alsoFind, string? alsoReplacement, string sentence)
    {
        using SampleAwards sample = new(), changed = new();
        changed.Replace(find, replacement);
        if (alsoFind is not null) changed.Write("awards.yaml", File.ReadAllText(changed.Awards).Replace(alsoFind, alsoReplacement, StringComparison.Ordinal));

        Assert.DoesNotContain(sentence, Text(sample), StringComparison.Ordinal);
        Assert.Contains(sentence, Text(changed), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_WithTerms_CallsThingsByTheirNames()
    {
        using var sample = new SampleAwards();
        var terms = new AwardTerms { Group = code => $"<{code}>", Node = code => $"[{code}]", Predicate = code => $"({code})", Instrument = _ => "SPBE" };

        var explanation = ExplainAward.In("en", sample.ReadSound(), terms);

        Assert.Contains("Only results computed with SPBE count.", explanation.Sentences);
        Assert.Contains("Open to: <ministry>, <city>.", explanation.Categories[0].Sentences);
        Assert.Contains("Its predicate must be at least (good).", explanation.Categories[0].Sentences);
        Assert.Contains(explanation.Categories[0].Sentences, s => s.Contains("the index of [D4]", StringComparison.Ordinal));
    }

    private static string Text(SampleAwards sample)
    {
        var explanation = ExplainAward.In("en", sample.ReadSound());
        return string.Join('\n', [.. explanation.Sentences, .. explanation.Categories[0].Sentences]);
    }
}
