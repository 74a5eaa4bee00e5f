using System.Collections.Frozen;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>Reads the texts of every language. With a faulty instrument.yaml the files are still read, but their keys can't be checked.</summary>
internal sealed class TextsFiles(string folder, ProblemLog log)
{
    private const int MaxTextLength = 4000;
    private const string Extension = ".yaml";

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Read(Instrument? instrument)
    {
        var keys = instrument is null ? null : TextKeys.Of(instrument).ToList();
        var found = Languages();
        var texts = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var language in found)
        {
            if (instrument is null || instrument.Languages.Contains(language))
            {
                texts[language] = Read(language, keys, isReference: language == instrument?.Languages[0]);
            }
            else
            {
                var declared = $"'languages' of {InstrumentFolder.InstrumentFile}";
                log.Add(FileOf(language), Position.Start, $"The language '{language}' is not in {declared}.", "Add it there, or delete this file.");
            }
        }

        foreach (var language in instrument?.Languages.Except(found) ?? [])
        {
            Missing(language, isReference: language == instrument!.Languages[0]);
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Relative(string language) => $"{InstrumentFolder.TextsFolder}/{language}{Extension}";

    private string FileOf(string language) => StrictText.ShownPath(folder, Relative(language));

    private List<string> Languages()
    {
        var texts = new DirectoryInfo(Path.Combine(folder, InstrumentFolder.TextsFolder));
        if (texts.LinkTarget is not null || !texts.Exists)
        {
            var message = texts.LinkTarget is null ? "This folder is missing." : "This is a symbolic link.";
            log.Add(StrictText.ShownPath(folder, InstrumentFolder.TextsFolder), Position.Start, message, "Put a folder with one file per language here.");
            return [];
        }

        var names = texts.EnumerateFileSystemInfos().Select(f => f.Name).Order(StringComparer.Ordinal).ToList();
        foreach (var name in names.Where(n => n.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)))
        {
            var file = StrictText.ShownPath(folder, $"{InstrumentFolder.TextsFolder}/{name}");
            log.Add(file, Position.Start, "Only files that end in '.yaml' are read.", $"Rename it to '{Path.ChangeExtension(name, Extension)}'.");
        }

        return [.. names.Where(n => n.EndsWith(Extension, StringComparison.Ordinal)).Select(n => n[..^Extension.Length])];
    }

    private IReadOnlyDictionary<string, string> Read(string language, List<string>? keys, bool isReference)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (YamlReader.Root(folder, Relative(language), log) is not { } yaml)
        {
            return texts;
        }

        var known = keys?.ToHashSet(StringComparer.Ordinal);
        foreach (var entry in yaml.Entries)
        {
            var key = entry.Key.Value;
            if (known?.Contains(key) == false)
            {
                var message = $"The instrument has no text '{YamlReader.Shorten(key)}'.{Nearest.Hint(key, keys!)}";
                log.Add(yaml.File, entry.Key.At, message, $"Correct the key, or delete the line, or add the code to {InstrumentFolder.InstrumentFile}.");
            }
            else if (yaml.TextOf(entry.Value, key) is { } text)
            {
                texts[key] = text;
                CheckLength(yaml, entry, text);
            }
        }

        Missing(yaml, keys?.Where(k => !yaml.Has(k)).ToList() ?? [], isReference);
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void CheckLength(YamlReader yaml, YamlEntry entry, string text)
    {
        if (text.Length > MaxTextLength)
        {
            var message = $"The text of '{entry.Key.Value}' has {text.Length} characters; {MaxTextLength} are allowed.";
            yaml.Log.Add(yaml.File, entry.Value.At, message, "Shorten it.");
        }
    }

    // Nothing can stand in for the reference language, so there it is a problem.
    private void Missing(YamlReader yaml, List<string> missing, bool isReference)
    {
        if (missing.Count == 0)
        {
            return;
        }

        var some = string.Join(", ", missing.Take(5)) + (missing.Count > 5 ? ", ..." : string.Empty);
        var message = missing.Count == 1 ? $"One text is missing: {some}." : $"{missing.Count} texts are missing: {some}.";
        Report(
            isReference,
            yaml.File,
            message,
            isReference ? "Add them: this is the reference language." : "Add them; until then the reference language stands in."
        );
    }

    private void Missing(string language, bool isReference) =>
        Report(isReference, FileOf(language), $"There are no texts in '{language}'.", "Add this file, or take the language out of 'languages'.");

    private void Report(bool isProblem, string file, string message, string whatToDo)
    {
        if (isProblem)
        {
            log.Add(file, Position.Start, message, whatToDo);
        }
        else
        {
            log.Warn(file, Position.Start, message, whatToDo);
        }
    }
}
