using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.SharedCore.Files;

/// <summary>Reads a core: <c>core.yaml</c>, <c>mappings/&lt;instrument&gt;.yaml</c> and <c>texts/&lt;language&gt;.yaml</c>. What can't be is refused with its line and column.</summary>
public static class CoreFiles
{
    public const string CoreFile = "core.yaml";

    private const string Mappings = "mappings/";
    private const string Texts = "texts/";
    private const string Extension = ".yaml";

    /// <param name="files">Text by name, with forward slashes.</param>
    public static FileResult<CoreDocument> Parse(IReadOnlyDictionary<string, string> files)
    {
        var log = new ProblemLog();
        if (Root(files, CoreFile, log) is not { } root) return log.Finish<CoreDocument>(null);

        var core = new CoreYaml(root).Read();
        if (core is null) return log.Finish<CoreDocument>(null);

        var proposals = new Dictionary<string, CoreProposal>(StringComparer.Ordinal);
        foreach (var (file, instrument) in In(files, Mappings))
        {
            if (Root(files, file, log) is { } yaml && new CoreMappingYaml(yaml, core.Structure, instrument).Read() is { } proposal) proposals[instrument] = proposal;
        }

        var texts = new CoreTextsYaml(core, [.. CoreKeys.Of(core.Structure, proposals.Values)], log);
        var read = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var (file, language) in In(files, Texts))
        {
            if (Root(files, file, log) is { } yaml) read[language] = texts.Read(yaml, language);
        }

        foreach (var language in core.Languages.Where(l => !read.ContainsKey(l))) log.Add($"{Texts}{language}{Extension}", Position.Start, $"There are no texts in '{language}'.", "Add this file, or take the language out of 'languages'.");
        return log.Finish(core with { Proposals = proposals, Texts = read });
    }

    private static YamlReader? Root(IReadOnlyDictionary<string, string> files, string file, ProblemLog log)
    {
        if (files.TryGetValue(file, out var text)) return StrictYaml.Parse(file, text, log) is { } node ? YamlReader.Of(file, node, log) : null;
        log.Add(file, Position.Start, "This file is missing.", "Add it, or check the spelling of the path.");
        return null;
    }

    private static IEnumerable<(string File, string Name)> In(IReadOnlyDictionary<string, string> files, string folder) =>
        files.Keys.Where(f => f.StartsWith(folder, StringComparison.Ordinal) && f.EndsWith(Extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f => (f, f[folder.Length..^Extension.Length]));
}
