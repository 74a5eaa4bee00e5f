using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Core.Features.Awards.Files;

/// <summary>Reads <c>awards.yaml</c>: the award rounds a tenant declares.</summary>
public sealed class AwardsFile
{
    public const string Name = "awards.yaml";
    private const int MaxAwards = 50;

    private readonly YamlReader yaml;
    private readonly AwardSurroundings? surroundings;
    private readonly Codes codes = new("award");

    private AwardsFile(YamlReader yaml, AwardSurroundings? surroundings) => (this.yaml, this.surroundings) = (yaml, surroundings);

    /// <summary>The awards of a file a person named, or every problem found.</summary>
    public static FileResult<IReadOnlyList<AwardDocument>> Read(string file)
    {
        var log = new ProblemLog();
        var root = StrictText.Read(file, log) is { } text ? StrictYaml.Parse(file, text, log) : null;
        return Read(root is null ? null : YamlReader.Of(file, root, log), log, surroundings: null, languages: []);
    }

    /// <summary>The awards of a tenant's folder, none when it has no such file; held against what they refer to.</summary>
    /// <param name="folder">The tenant's folder.</param>
    /// <param name="surroundings">Its groups, regions and instruments.</param>
    /// <param name="languages">Its languages: every name is needed in each.</param>
    public static FileResult<IReadOnlyList<AwardDocument>> Read(string folder, AwardSurroundings surroundings, IReadOnlyList<string> languages)
    {
        var log = new ProblemLog();
        return Path.Exists(Path.Combine(folder, Name))
            ? Read(YamlReader.Root(folder, Name, log), log, surroundings, languages)
            : log.Finish<IReadOnlyList<AwardDocument>>([]);
    }

    private static FileResult<IReadOnlyList<AwardDocument>> Read(
        YamlReader? yaml, ProblemLog log, AwardSurroundings? surroundings, IReadOnlyList<string> languages) =>
        log.Finish<IReadOnlyList<AwardDocument>>(yaml is null ? null : new AwardsFile(yaml, surroundings).Read(languages));

    private List<AwardDocument> Read(IReadOnlyList<string> demanded)
    {
        var languages = LanguageTags.Read(yaml, "languages");
        foreach (var language in demanded.Where(l => languages.Count > 0 && !languages.Contains(l, StringComparer.Ordinal)))
        {
            yaml.Log.Add(yaml.File, yaml.PositionOf("languages"), $"The language '{language}' of the tenant is missing.", "Add it, and every name in it.");
        }

        var nodes = yaml.List("awards");
        if (nodes.Count > MaxAwards || (nodes.Count == 0 && yaml.Has("awards")))
        {
            yaml.Log.Add(yaml.File, yaml.PositionOf("awards"), $"There are {nodes.Count} awards.", $"Write 1 to {MaxAwards}.");
        }

        yaml.RefuseOtherKeys();
        return [.. nodes.Take(MaxAwards).Select(n => YamlReader.Of(yaml.File, n, yaml.Log)).OfType<YamlReader>().Select(y => Read(y, languages)).OfType<AwardDocument>()];
    }

    private AwardDocument? Read(YamlReader award, IReadOnlyList<string> languages)
    {
        var (before, places) = (yaml.Log.Count, new Places());
        var document = new AwardYaml(award, codes, languages, places).Read();
        if (document is null || yaml.Log.Count > before)
        {
            return null;
        }

        foreach (var problem in AwardCheck.Check(document.Award, surroundings))
        {
            var (message, whatToDo) = AwardMessages.For(problem);
            yaml.Log.Add(yaml.File, places.Find(problem.Path), message, whatToDo);
        }

        return yaml.Log.Count > before ? null : document;
    }
}
