using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;

namespace DgccAssess.Tests.Features.Countries;

/// <summary>Which practices are shown where many are shared, and in which language.</summary>
public sealed class PracticeChoiceTests
{
    [Fact]
    public void Pick_TakesChosenCountriesFirst_AndOneOfEachBeforeASecond()
    {
        KnownPractice[] known = [Of("far", "2026", "C2", "a"), Of("near", "2024", "C2", "b"), Of("near", "2024", "C2", "a"), Of("old", "2020", "C2", "a"), Of("far", "2025", "C3", "z")];

        Assert.Equal(["near a", "far a", "old a"], Said(KnownPractice.Pick(known, ["none", "near"], 3), "C2"));
        Assert.Equal(["near a", "far a", "old a", "near b"], Said(KnownPractice.Pick(known, ["near"], 9), "C2"));
        Assert.Equal(["far z"], Said(KnownPractice.Pick(known, ["near"], 3), "C3"));
    }

    [Fact]
    public void Pick_TakesAnAgencysLatestRound()
    {
        KnownPractice[] known = [Of("one", "2024", "C2", "a"), Of("one", "2026", "C2", "a"), Of("one", "2025", "C2", "a")];

        Assert.Equal("2026", Assert.Single(KnownPractice.Pick(known, [], 3)).Round);
    }

    [Theory]
    [InlineData("ar", "ar", "نص")]
    [InlineData("id-ID", "id", "Teks")]
    [InlineData("fr", "en", "Text")]
    public void Text_IsInTheReadersLanguageOrTheNearest(string reader, string language, string text)
    {
        var practice = new ShownPractice(null!, "C2", "a", LocalizedText.Of(("en", "A")), LocalizedText.Of(("ar", "نص"), ("id", "Teks"), ("en", "Text")));

        Assert.Equal((language, text), practice.In(reader));
        Assert.Equal(("ar", "نص"), (practice with { Texts = LocalizedText.Of(("sr", "Текст"), ("ar", "نص")) }).In("fr"));
    }

    private static KnownPractice Of(string partner, string round, string question, string agency) => new(Guid.CreateVersion7(), partner, round, question, agency);

    private static IEnumerable<string> Said(IEnumerable<KnownPractice> picked, string question) => picked.Where(p => p.Question == question).Select(p => $"{p.Partner} {p.Agency}");
}
