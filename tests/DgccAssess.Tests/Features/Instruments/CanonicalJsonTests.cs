using System.Text;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Instruments.Files;

namespace DgccAssess.Tests.Features.Instruments;

public sealed class CanonicalJsonTests
{
    private const string Head =
        """{"code":"sample-1","draft":false,"format":1,"languages":["en","fr"],"legalBasis":null,"nodes":[{"children":[{"children":[],"code":"Q1","indicator":{"draft":false,"evidenceKinds":["Q1.evidence.1"],"imported":false,"levels":[{"criteria":["Q1.1.a"],"level":1},{"criteria":["Q1.2.a","Q1.2.b"],"level":2},{"criteria":["Q1.3.a"],"level":3}],"namedByAgency":false,"scale":"steps"},"tier":"item","weight":45.5},""";

    private const string Tail =
        """notApplicable":"forbidden","predicates":[{"code":"high","from":2.5,"to":3,"toInclusive":true},{"code":"low","from":1,"to":2.5,"toInclusive":false}],"rounding":{"decimals":2,"mode":"halfUp"},"scales":[{"allowsDecimals":false,"code":"steps","levels":[1,2,3]}],"texts":{"en":{"G1.name":"First area","G2.name":"Second area","Q1.1.a":"It has begun.",""";

    public static TheoryData<string, string, string> Formatting =>
        new()
        {
            { "instrument.yaml", "# A sample.", "# Another comment.\n\n" },
            { "instrument.yaml", "code: sample-1", "code:    'sample-1'   # the code" },
            { "instrument.yaml", "languages: [en, fr]", "languages:\n  - en\n  - \"fr\"" },
            { "instrument.yaml", "weight: 45.5", "weight: 45.500" },
            { "instrument.yaml", "weight: 40", "weight: 40.0" },
            { "instrument.yaml", "languages: [en, fr]\ntiers: [area, item]", "tiers: [area, item]\nlanguages: [en, fr]" },
            { "instrument.yaml", "imported: true", "draft: false\n        imported: true" },
            { "texts/en.yaml", "title: \"Sample\"\ntier.area: \"Area\"", "tier.area: Area\ntitle: >-\n  Sample" },
            { "texts/en.yaml", "\"It is signed.\"", "\"It is \\x73igned.\"" },
        };

    public static TheoryData<string, string, string> Changes =>
        new()
        {
            { "instrument.yaml", "code: sample-1", "code: sample-2" },
            { "instrument.yaml", "code: sample-1", "code: sample-1\nlegalBasis: Law 1" },
            { "instrument.yaml", "languages: [en, fr]", "languages: [fr, en]" },
            { "instrument.yaml", "notApplicable: forbidden", "notApplicable: excluded" },
            { "instrument.yaml", "mode: halfUp", "mode: halfEven" },
            { "instrument.yaml", "to: 2.5 }", "to: 2.499999 }" },
            { "instrument.yaml", "weight: 45.5", "weight: 45.500001" },
            { "instrument.yaml", "levels: [1, 2, 3]", "levels: [1, 2, 3]\n    allowsDecimals: true" },
            { "instrument.yaml", "imported: true", "imported: true\n        namedByAgency: true" },
            { "texts/en.yaml", "It is signed.", "It is signed!" },
            { "texts/en.yaml", "It is signed.", "It is  signed." },
        };

    [Fact]
    public void Write_Sample_GivesTheseBytes()
    {
        using var folder = new SampleFolder();

        var json = Encoding.UTF8.GetString(folder.ReadSound().ToCanonicalJson());

        Assert.StartsWith(Head, json, StringComparison.Ordinal);
        Assert.Contains(Tail, json, StringComparison.Ordinal);
        Assert.EndsWith("""},"tiers":["area","item"]}""", json, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formatting))]
    public void Hash_OtherFormattingOfTheSameContent_IsTheSame(string file, string find, string replacement)
    {
        using var folder = new SampleFolder();
        var before = Hash(folder);
        folder.Replace(file, find, replacement);

        Assert.Equal(before, Hash(folder));
    }

    [Fact]
    public void Hash_WindowsLineEndings_IsTheSame()
    {
        using var folder = new SampleFolder();
        var before = Hash(folder);
        folder.Write(SampleFolder.Instrument, SampleFolder.InstrumentYaml.ReplaceLineEndings("\r\n"));
        folder.Write(SampleFolder.English, SampleFolder.EnglishYaml.ReplaceLineEndings("\r\n"));

        Assert.Equal(before, Hash(folder));
    }

    [Fact]
    public void Hash_ComposedAndDecomposedLetters_IsTheSame()
    {
        using var folder = new SampleFolder();
        folder.Replace(SampleFolder.French, "Second area", "Domaine ache\u0301ve\u0301");
        var decomposed = Hash(folder);
        folder.Replace(SampleFolder.French, "Domaine ache\u0301ve\u0301", "Domaine ach\u00e9v\u00e9");

        Assert.Equal(decomposed, Hash(folder));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Hash_OtherContent_Differs(string file, string find, string replacement)
    {
        using var folder = new SampleFolder();
        var before = Hash(folder);
        // A weight moved by a hair must be moved back elsewhere, or the sum no longer holds.
        if (find == "weight: 45.5")
        {
            folder.Replace(file, "weight: 14.5", "weight: 14.499999");
        }
        else if (find == "to: 2.5 }")
        {
            folder.Replace(file, "from: 2.5,", "from: 2.499999,");
        }

        folder.Replace(file, find, replacement);

        Assert.NotEqual(before, Hash(folder));
    }

    [Fact]
    public void Hash_AnyTextOfAnyLanguageChanged_Differs()
    {
        using var folder = new SampleFolder();
        var document = folder.ReadSound();
        var hashes = new HashSet<string> { CanonicalJson.Hash(document.ToCanonicalJson()) };
        foreach (var (language, texts) in document.Texts)
        {
            foreach (var key in texts.Keys)
            {
                var changed = texts.ToDictionary(t => t.Key, t => t.Key == key ? t.Value + "x" : t.Value);
                var all = document.Texts.ToDictionary(t => t.Key, t => t.Key == language ? changed : t.Value);
                hashes.Add(CanonicalJson.Hash((document with { Texts = all }).ToCanonicalJson()));
            }
        }

        Assert.Equal(1 + document.Texts.Sum(t => t.Value.Count), hashes.Count);
    }

    [Theory]
    [InlineData("spbe-2020")]
    [InlineData("dgcc-2026")]
    [InlineData("pemdi-2026")]
    public void FromCanonicalJson_ShippedInstrument_GivesTheSameBytes(string code)
    {
        var json = InstrumentFolder.Read(RepositoryFiles.Instrument(code)).Value!.ToCanonicalJson();

        var parsed = InstrumentDocument.FromCanonicalJson(json);

        Assert.Equal(code, parsed.Instrument.Code);
        Assert.Equal(json, parsed.ToCanonicalJson());
    }

    [Theory]
    [InlineData("quote \" backslash \\ slash / <b>&amp;</b>")]
    [InlineData("tab\tline\nend")]
    [InlineData("العربية 한국어 Ўзбекча 😀 \u200f")]
    [InlineData("{\"not\":\"json\"}")]
    public void FromCanonicalJson_OddText_ComesBack(string text)
    {
        using var folder = new SampleFolder();
        var document = folder.ReadSound();
        var changed = document with
        {
            Texts = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["en"] = new Dictionary<string, string> { ["title"] = text } },
        };

        Assert.Equal(text, InstrumentDocument.FromCanonicalJson(changed.ToCanonicalJson()).Texts["en"]["title"]);
    }

    [Theory]
    [InlineData("\"weight\":45.5", "\"weight\":45.50")]
    [InlineData("\"weight\":45.5", "\"weight\": 45.5")]
    [InlineData("\"format\":1", "\"format\":2")]
    [InlineData("\"draft\":false,\"format\"", "\"format\"")]
    [InlineData("\"draft\":false", "\"draft\":\"no\"")]
    [InlineData("\"tiers\"", "\"extra\":1,\"tiers\"")]
    [InlineData("\"mode\":\"halfUp\"", "\"mode\":\"up\"")]
    [InlineData("\"weight\":45.5", "\"weight\":1e999")]
    [InlineData("{", "")]
    public void FromCanonicalJson_Damaged_Throws(string find, string replacement)
    {
        using var folder = new SampleFolder();
        var json = Encoding.UTF8.GetString(folder.ReadSound().ToCanonicalJson());
        var at = json.IndexOf(find, StringComparison.Ordinal);
        var damaged = json[..at] + replacement + json[(at + find.Length)..];

        Assert.Throws<FormatException>(() => InstrumentDocument.FromCanonicalJson(Encoding.UTF8.GetBytes(damaged)));
    }

    private static string Hash(SampleFolder folder) => CanonicalJson.Hash(folder.ReadSound().ToCanonicalJson());
}
