using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>Reads an instrument folder: <c>instrument.yaml</c> and <c>texts/&lt;language&gt;.yaml</c>.</summary>
public static class InstrumentFolder
{
    public const string InstrumentFile = "instrument.yaml";
    public const string TextsFolder = "texts";

    /// <summary>The instrument with its texts, or every problem found in its files. A language or text that lacks is a warning.</summary>
    public static FileResult<InstrumentDocument> Read(string folder)
    {
        var log = new ProblemLog();
        if (!Directory.Exists(folder))
        {
            log.Add(folder, Position.Start, "There is no such folder.", $"Give the folder that holds {InstrumentFile}.");
            return log.Finish<InstrumentDocument>(null);
        }

        var instrument = YamlReader.Root(folder, InstrumentFile, log) is { } yaml ? new InstrumentYaml(yaml).Read() : null;
        var texts = new TextsFiles(folder, log).Read(instrument);
        return log.Finish(instrument is null ? null : new InstrumentDocument(instrument, texts));
    }
}
