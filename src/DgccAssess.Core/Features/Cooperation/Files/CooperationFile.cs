using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Core.Features.Cooperation.Files;

/// <summary>Reads <c>cooperation.yaml</c> of the hub's folder: centers with their projects, and what is known of each.</summary>
public sealed class CooperationFile
{
    public const string Name = "cooperation.yaml";

    private readonly YamlReader yaml;
    private readonly List<RegisterFact> facts = [];
    private readonly Dictionary<string, Position> seen = new(StringComparer.Ordinal);
    private readonly List<(string Follows, YamlReader At)> follows = [];

    private CooperationFile(YamlReader yaml) => this.yaml = yaml;

    /// <summary>The facts of a folder, none when it has no such file; or every problem found.</summary>
    public static FileResult<IReadOnlyList<RegisterFact>> Read(string folder)
    {
        var log = new ProblemLog();
        if (!Path.Exists(Path.Combine(folder, Name))) return log.Finish<IReadOnlyList<RegisterFact>>([]);
        var root = YamlReader.Root(folder, Name, log);
        return log.Finish<IReadOnlyList<RegisterFact>>(root is null ? null : new CooperationFile(root).Read());
    }

    private List<RegisterFact> Read()
    {
        var nodes = yaml.List("centers");
        if (nodes.Count > CooperationRules.MostCenters) yaml.Log.Add(yaml.File, yaml.PositionOf("centers"), $"There are {nodes.Count} centers.", $"Write at most {CooperationRules.MostCenters}.");
        yaml.RefuseOtherKeys();
        foreach (var center in Groups(yaml, nodes.Take(CooperationRules.MostCenters))) Center(center);
        foreach (var (code, at) in follows.Where(f => !seen.ContainsKey($"project/{f.Follows}")))
            yaml.Log.Add(yaml.File, at.PositionOf("follows"), $"There is no project '{YamlReader.Shorten(code)}' in this file.", "Give the code of a project of this file.");
        var chain = facts.Where(f => f.Content is ProjectContent).ToDictionary(f => f.Code, f => ((ProjectContent)f.Content).Follows, StringComparer.Ordinal);
        foreach (var (code, before) in chain.Where(c => c.Value is not null && FollowChain.IsCircular(c.Key, c.Value, chain)))
            yaml.Log.Add(yaml.File, seen[$"project/{code}"], $"The project '{code}' follows '{before}', which leads back to it.", "Let each project follow an earlier one.");
        // A project comes after the one it follows, whatever the order in the file.
        return yaml.Log.Count > 0 ? [] : [.. facts.OrderBy(f => f.Kind).ThenBy(f => f.Kind is FactKind.Project ? Depth(f.Code, chain) : 0)];
    }

    private static int Depth(string code, Dictionary<string, string?> chain) => chain[code] is { } before ? 1 + Depth(before, chain) : 0;

    private void Center(YamlReader group)
    {
        var fact = new FactYaml(group);
        var code = Code(fact, FactKind.Center, "");
        var content = fact.Center();
        if (code is not null && content is not null) facts.Add(new RegisterFact(FactKind.Center, code, "", content));
        foreach (var project in Groups(group, group.OptionalList("projects"))) Project(project, code ?? "");
        group.RefuseOtherKeys();
    }

    private void Project(YamlReader group, string center)
    {
        var fact = new FactYaml(group);
        var code = Code(fact, FactKind.Project, center);
        var content = fact.Project();
        if (content?.Follows is { } before) follows.Add((before, group));
        if (code is not null && content is not null) facts.Add(new RegisterFact(FactKind.Project, code, center, content));
        Parts(group, "budget", FactKind.Budget, code, f => f.Budget());
        Parts(group, "outputs", FactKind.Output, code, f => f.Output());
        Parts(group, "indicators", FactKind.Indicator, code, f => f.Indicator());
        group.RefuseOtherKeys();
    }

    private void Parts(YamlReader project, string key, FactKind kind, string? projectCode, Func<FactYaml, object?> read)
    {
        var nodes = project.OptionalList(key);
        if (nodes.Count > CooperationRules.MostParts) yaml.Log.Add(yaml.File, project.PositionOf(key), $"There are {nodes.Count} of them.", $"Write at most {CooperationRules.MostParts}.");
        foreach (var group in Groups(project, nodes.Take(CooperationRules.MostParts)))
        {
            var fact = new FactYaml(group);
            var code = Code(fact, kind, projectCode ?? "");
            if (read(fact) is { } content && code is not null && projectCode is not null) facts.Add(new RegisterFact(kind, code, projectCode, content));
            group.RefuseOtherKeys();
        }
    }

    private string? Code(FactYaml fact, FactKind kind, string parent)
    {
        if (fact.Code() is not { } code) return null;
        var key = new RegisterFact(kind, code, parent, code).Key;
        if (seen.TryAdd(key, fact.Yaml.PositionOf("code"))) return code;
        yaml.Log.Add(yaml.File, fact.Yaml.PositionOf("code"), $"The code '{code}' is used twice; the first is in line {seen[key].Line}.", "Give each its own code.");
        return null;
    }

    private static IEnumerable<YamlReader> Groups(YamlReader yaml, IEnumerable<YamlNode> nodes) => nodes.Select(n => YamlReader.Of(yaml.File, n, yaml.Log)).OfType<YamlReader>();
}
