using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Tests.Features.Instruments;

public sealed class ShippedInstrumentsTests
{
    [Theory]
    [InlineData("spbe-2020", "4 domain, 8 aspect, 47 indicator", "en id")]
    [InlineData("dgcc-2026", "4 domain, 8 aspect, 47 indicator", "en ko fr ar es sr-Cyrl sr-Latn uz-Latn uz-Cyrl")]
    [InlineData("pemdi-2026", "7 aspect, 20 indicator", "en id")]
    public void Read_ShippedFolder_IsSoundAndComplete(string code, string tree, string languages)
    {
        var result = InstrumentFolder.Read(RepositoryFiles.Instrument(code));

        Assert.Empty(result.Problems);
        Assert.Empty(result.Warnings);
        var instrument = result.Value!.Instrument;
        Assert.Equal(code, instrument.Code);
        Assert.Equal(tree, string.Join(", ", instrument.Tiers.Select(t => $"{All(instrument).Count(n => n.Tier == t)} {t}")));
        Assert.Equal(languages.Split(' '), instrument.Languages);
        Assert.All(instrument.Languages, l => Assert.Equal(TextKeys.Of(instrument).Count(), result.Value.Texts[l].Count));
    }

    [Fact]
    public void Read_Spbe_HasTheRegulationsWeights()
    {
        var domains = Read("spbe-2020").Nodes;

        Assert.Equal([13m, 25m, 16.5m, 45.5m], domains.Select(d => d.Weight));
        Assert.Equal([13m, 10m, 10m, 5m, 12m, 4.5m, 27.5m, 18m], domains.SelectMany(d => d.Children).Select(a => a.Weight));
        Assert.Equal(["I45", "I46", "I47"], Indicators("spbe-2020", i => i.NamedByAgency));
    }

    [Fact]
    public void Read_NeutralInstrument_HasTheTreeOfSpbe()
    {
        var (spbe, neutral) = (Read("spbe-2020"), Read("dgcc-2026"));

        Assert.Equal(Shape(spbe), Shape(neutral));
        Assert.Equal(spbe.Predicates, neutral.Predicates);
        Assert.Equal(spbe.Rounding, neutral.Rounding);
    }

    [Fact]
    public void Read_Pemdi_IsADraftWithDecimalsAndFourImportedIndicators()
    {
        var pemdi = Read("pemdi-2026");

        Assert.True(pemdi.Draft);
        Assert.True(Assert.Single(pemdi.Scales).AllowsDecimals);
        Assert.Equal(["I5", "I6", "I7", "I18"], Indicators("pemdi-2026", i => i.Imported));
        Assert.All(All(pemdi).Where(n => n.Indicator is not null), n => Assert.True(n.Indicator!.Draft));
    }

    private static Instrument Read(string code) => InstrumentFolder.Read(RepositoryFiles.Instrument(code)).Value!.Instrument;

    private static IEnumerable<string> Indicators(string code, Func<Indicator, bool> where) =>
        All(Read(code)).Where(n => n.Indicator is { } i && where(i)).Select(n => n.Code);

    private static IEnumerable<string> Shape(Instrument instrument) =>
        All(instrument)
            .Select(n => $"{n.Tier} {n.Code} {n.Weight} {n.Indicator?.Scale} {string.Join(' ', n.Indicator?.Levels.SelectMany(l => l.Criteria) ?? [])}");

    private static IEnumerable<Node> All(Instrument instrument) => instrument.Nodes.SelectMany(All);

    private static IEnumerable<Node> All(Node node) => [node, .. node.Children.SelectMany(All)];
}
