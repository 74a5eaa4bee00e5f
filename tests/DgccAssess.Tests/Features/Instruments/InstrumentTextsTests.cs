namespace DgccAssess.Tests.Features.Instruments;

public sealed class InstrumentTextsTests
{
    [Fact]
    public void TextsIn_LanguageOfTheInstrument_GivesItsWords()
    {
        using var folder = new SampleFolder();
        var texts = folder.ReadSound().TextsIn("fr");

        Assert.Equal("fr", texts.Language);
        Assert.Equal("Premier domaine", texts.Name("G1"));
    }

    [Fact]
    public void TextsIn_Sample_FindsEveryKindOfText()
    {
        using var folder = new SampleFolder();
        var texts = folder.ReadSound().TextsIn("en");

        string[] found =
        [
            texts.Title,
            texts.Tier("area"),
            texts.LevelName("steps", 2),
            texts.LevelMeaning("steps", 2),
            texts.Predicate("high"),
            texts.Name("Q1"),
            texts.Question("Q1"),
            texts.Criterion("Q1.2.b"),
            texts.Evidence("Q1.evidence.1"),
        ];

        Assert.Equal(["Sample", "Area", "Two", "Something", "High", "First item", "How far is the first item?", "It is signed.", "The document"], found);
    }

    [Fact]
    public void TextsIn_TextMissingThere_FallsBackAndSaysSo()
    {
        using var folder = new SampleFolder();
        folder.Replace(SampleFolder.French, "Q1.name: \"First item\"\n", "");
        var texts = folder.ReadSound().TextsIn("fr");

        Assert.Equal("First item", texts.Name("Q1"));
        Assert.Equal("en", texts.LanguageOf("Q1.name"));
        Assert.Equal("fr", texts.LanguageOf("G1.name"));
    }

    [Theory]
    [InlineData("fr-CA", "fr")]
    [InlineData("FR", "fr")]
    [InlineData("de", "en")]
    public void TextsIn_OtherTag_TakesTheNearest(string requested, string expected)
    {
        using var folder = new SampleFolder();

        Assert.Equal(expected, folder.ReadSound().TextsIn(requested).Language);
    }

    [Fact]
    public void Of_KeyTheInstrumentLacks_Throws()
    {
        using var folder = new SampleFolder();

        Assert.Throws<KeyNotFoundException>(() => folder.ReadSound().TextsIn("en").Name("Q9"));
    }
}
