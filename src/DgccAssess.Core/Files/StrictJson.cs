using System.Text;
using System.Text.Json;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Core.Files;

/// <summary>Reads JSON into the nodes of <see cref="YamlReader"/>, so that a file of either form is checked and pointed at alike.</summary>
public sealed class StrictJson
{
    private readonly byte[] json;
    private int countedBytes;
    private int line = 1;
    private int column = 1;

    private StrictJson(string text) => json = Encoding.UTF8.GetBytes(text);

    /// <summary>The root node, or null after logging the fault that makes the rest unreadable.</summary>
    public static YamlNode? Parse(string file, string text, ProblemLog log)
    {
        try
        {
            return new StrictJson(text).Read();
        }
        catch (JsonException e)
        {
            var at = new Position((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            log.Add(file, at, "This is not valid JSON.", "Check the brackets, quotes and commas here.");
        }
        catch (InvalidOperationException)
        {
            log.Add(file, Position.Start, "This is not valid JSON: it holds half a character.", "Check the \\u escapes.");
        }

        return null;
    }

    private YamlNode Read()
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = StrictYaml.MaxDepth });
        reader.Read();
        var root = Node(ref reader);
        // Text after the document is a fault of the document; reading on finds it.
        while (reader.Read()) { }
        return root;
    }

    private YamlNode Node(ref Utf8JsonReader reader)
    {
        var at = At(reader);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var items = new List<YamlNode>();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray) items.Add(Node(ref reader));
                return new YamlList(at, items);
            case JsonTokenType.StartObject:
                var entries = new List<YamlEntry>();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
                {
                    var key = new YamlScalar(At(reader), reader.GetString()!, Plain: false);
                    reader.Read();
                    entries.Add(new YamlEntry(key, Node(ref reader)));
                }

                return new YamlMap(at, entries);
            case JsonTokenType.String:
                return new YamlScalar(at, reader.GetString()!, Plain: false);
            default:
                return new YamlScalar(at, Encoding.UTF8.GetString(reader.ValueSpan), Plain: true);
        }
    }

    // Tokens come in order, so that each byte is counted once.
    private Position At(in Utf8JsonReader reader)
    {
        for (; countedBytes < reader.TokenStartIndex; countedBytes++)
        {
            var next = json[countedBytes];
            // The bytes that follow the first of a character begin with the bits 10.
            (line, column) = next == '\n' ? (line + 1, 1) : (line, column + ((next & 0xC0) == 0x80 ? 0 : 1));
        }

        return new Position(line, column);
    }
}
