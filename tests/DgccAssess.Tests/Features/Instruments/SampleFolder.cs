using System.Text;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Files;

namespace DgccAssess.Tests.Features.Instruments;

/// <summary>A small sound instrument in a folder of its own, for tests to spoil.</summary>
internal sealed class SampleFolder : IDisposable
{
    public const string Instrument = "instrument.yaml";
    public const string English = "texts/en.yaml";
    public const string French = "texts/fr.yaml";

    public const string InstrumentYaml = """
        # A sample.
        code: sample-1
        languages: [en, fr]
        tiers: [area, item]
        notApplicable: forbidden
        rounding: { decimals: 2, mode: halfUp }
        totalWeight: 100
        scales:
          - code: steps
            levels: [1, 2, 3]
        predicates:
          - { code: high, from: 2.5, to: 3, toInclusive: true }
          - { code: low, from: 1, to: 2.5 }
        nodes:
          - code: G1
            weight: 60
            nodes:
              - code: Q1
                weight: 45.5
                scale: steps
                criteria: { 1: [a], 2: [a, b], 3: [a] }
                evidence: 1
              - code: Q2
                weight: 14.5
                scale: steps
                criteria: { 2: [a], 3: [a] }
                evidence: 0
          - code: G2
            weight: 40
            nodes:
              - code: Q3
                weight: 40
                scale: steps
                imported: true
                evidence: 0

        """;

    public const string EnglishYaml = """
        title: "Sample"
        tier.area: "Area"
        tier.item: "Item"
        scale.steps.1.name: "One"
        scale.steps.1.meaning: "Nothing yet"
        scale.steps.2.name: "Two"
        scale.steps.2.meaning: "Something"
        scale.steps.3.name: "Three"
        scale.steps.3.meaning: "Everything"
        predicate.high: "High"
        predicate.low: "Low"
        G1.name: "First area"
        Q1.name: "First item"
        Q1.question: "How far is the first item?"
        Q1.1.a: "It has begun."
        Q1.2.a: "It is written."
        Q1.2.b: "It is signed."
        Q1.3.a: "It is reviewed."
        Q1.evidence.1: "The document"
        Q2.name: "Second item"
        Q2.question: "How far is the second item?"
        Q2.2.a: "It is planned."
        Q2.3.a: "It is done."
        G2.name: "Second area"
        Q3.name: "Third item"
        Q3.question: "What does the other index say?"

        """;

    public SampleFolder()
    {
        Directory.CreateDirectory(PathOf("texts"));
        Write(Instrument, InstrumentYaml);
        Write(English, EnglishYaml);
        Write(French, EnglishYaml.Replace("\"First area\"", "\"Premier domaine\"", StringComparison.Ordinal));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("dgcc-").FullName;

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text, new UTF8Encoding(false));

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(PathOf(file), bytes);

    public void Replace(string file, string find, string replacement)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(find, text, StringComparison.Ordinal);
        var at = text.IndexOf(find, StringComparison.Ordinal);
        Write(file, text[..at] + replacement + text[(at + find.Length)..]);
    }

    public FileResult<InstrumentDocument> Read() => InstrumentFolder.Read(Path);

    public InstrumentDocument ReadSound()
    {
        var result = Read();
        Assert.Empty(result.Problems);
        return result.Value!;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
