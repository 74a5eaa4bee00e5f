using System.Text;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Files;
using DgccAssess.Core.Files;

namespace DgccAssess.Tests.Features.Awards;

/// <summary>A small sound awards.yaml in a folder of its own, for tests to spoil.</summary>
internal sealed class SampleAwards : IDisposable
{
    public const string Yaml = """
        # A sample.
        languages: [en, fr]
        awards:
          - code: prize
            names: { en: Prize, fr: Prix }
            instrument: spbe-2020
            rounding: { decimals: 2, mode: halfUp }
            predicates: [poor, fair, good, very-good, outstanding]
            onePerAgency: categoryOrder
            jury:
              from: 0
              to: 10
              minimumJurors: 2
              criteria:
                - { code: novelty, weight: 60, names: { en: Novelty, fr: Nouveauté } }
                - { code: impact, weight: 40, names: { en: Impact, fr: Effet } }
            categories:
              - code: best
                names: { en: Best of all, fr: Le meilleur }
                eligibility: { groups: [ministry, city], minimumPredicate: good, minimumIndex: 2.6 }
                measure: { of: index }
                winners: 2
                levels: [{ code: gold, places: 1 }, { code: second, places: 1, names: { en: Second, fr: Deuxième } }]
                tieBreaks: [{ of: node, node: D4 }, { of: increase }, { of: gap }]
              - code: mixed
                names: { en: Mixed, fr: Mixte }
                eligibility: { allow: [openObjection] }
                measure:
                  - { of: index, weight: 60, from: 1, to: 5 }
                  - { of: jury, weight: 40, from: 0, to: 10 }
                threshold: 50
                tieBreaks: [{ of: jury, criterion: impact }]

        """;

    public SampleAwards() => Write(AwardsFile.Name, Yaml);

    public string Folder { get; } = Directory.CreateTempSubdirectory("dgcc-").FullName;

    public string Awards => PathOf(AwardsFile.Name);

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text, new UTF8Encoding(false));

    public void Replace(string find, string replacement)
    {
        Assert.Contains(find, Yaml, StringComparison.Ordinal);
        var at = Yaml.IndexOf(find, StringComparison.Ordinal);
        Write(AwardsFile.Name, Yaml[..at] + replacement + Yaml[(at + find.Length)..]);
    }

    public FileResult<IReadOnlyList<AwardDocument>> Read() => AwardsFile.Read(Awards);

    public AwardDocument ReadSound()
    {
        var result = Read();
        Assert.Empty(result.Problems);
        return Assert.Single(result.Value!);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
