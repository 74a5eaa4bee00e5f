using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DgccAssess.Core.Files.Yaml;

/// <summary>Parses the part of YAML that data needs: maps, lists and scalars. Aliases, tags and further documents are refused (src/decisions/0004).</summary>
public sealed partial class StrictYaml
{
    /// <summary>Nesting allowed: an instrument of ten tiers needs fewer.</summary>
    public const int MaxDepth = 32;

    private const string CheckThisLine = "Check here and just before: indentation by spaces, the space after ':', quotes and brackets.";

    private readonly string file;
    private readonly ProblemLog log;
    private readonly Parser parser;

    private StrictYaml(string file, Scanner scanner, ProblemLog log)
    {
        (this.file, this.log) = (file, log);
        parser = new Parser(scanner);
    }

    /// <summary>The root node, or null after logging the first fault that makes the rest unreadable.</summary>
    public static YamlNode? Parse(string file, string text, ProblemLog log)
    {
        if (IndentedByTab().Match(text) is { Success: true } tab)
        {
            log.Add(file, Position.Of(text, tab.Index + tab.Length - 1), "This line is indented by a tab.", "Indent by spaces.");
            return null;
        }

        using var reader = new StringReader(text);
        var scanner = new Scanner(reader, skipComments: true);
        try
        {
            return new StrictYaml(file, scanner, log).ReadDocument();
        }
        catch (YamlException e)
        {
            log.Add(file, Of(e.Start), $"This is not valid YAML: {e.Message.TrimEnd('.')}.", CheckThisLine);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The library's own answer to some unclosed brackets and malformed tags (found by fuzzing).
            var index = (int)Math.Min(scanner.CurrentPosition.Index, text.Length);
            log.Add(file, Position.Of(text, index), "This is not valid YAML.", CheckThisLine);
        }
        catch (RefusedException e)
        {
            log.Add(file, Of(e.At), e.Message, e.WhatToDo);
        }

        return null;
    }

    private static Position Of(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private YamlNode? ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            log.Add(file, Position.Start, "This file has no content but comments.", "Write its content, or delete it.");
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = ReadNode(1);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
        {
            Refuse(parser.Current, "The file holds more than one document.", "Keep one document per file and delete the '---' line.");
        }

        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        RefuseSpecial(parser.Current);
        if (depth > MaxDepth)
        {
            Refuse(parser.Current, $"The content is nested deeper than {MaxDepth} levels.", "Check the brackets and the indentation.");
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return ReadScalar(scalar);
        }

        if (parser.TryConsume<SequenceStart>(out var list))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ReadNode(depth + 1));
            }

            return new YamlList(Of(list.Start), items);
        }

        var map = parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            entries.Add(ReadEntry(depth));
        }

        return new YamlMap(Of(map.Start), entries);
    }

    private YamlEntry ReadEntry(int depth)
    {
        RefuseSpecial(parser.Current);
        if (!parser.TryConsume<Scalar>(out var key))
        {
            Refuse(parser.Current, "A key must be a word.", "Put a word before the ':'.");
        }

        return new YamlEntry(ReadScalar(key), ReadNode(depth + 1));
    }

    private static YamlScalar ReadScalar(Scalar scalar)
    {
        // Escapes such as "\x07" bring in what the check of the raw file can't see.
        var index = UnsafeCharacters.IndexIn(scalar.Value);
        if (index >= 0)
        {
            Refuse(scalar, $"The escaped character {UnsafeCharacters.NameOf(scalar.Value[index])} is not allowed.", "Delete it.");
        }

        return new YamlScalar(Of(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private static void RefuseSpecial(ParsingEvent? current)
    {
        switch (current)
        {
            case AnchorAlias:
                Refuse(current, "Aliases ('*name') are not allowed.", "Write the content out.");
                break;
            case NodeEvent { Anchor.IsEmpty: false }:
                Refuse(current, "Anchors ('&name') are not allowed.", "Delete the anchor.");
                break;
            case NodeEvent { Tag.IsEmpty: false }:
                Refuse(current, "Tags ('!name') are not allowed.", "Delete the tag.");
                break;
            default:
                break;
        }
    }

    [DoesNotReturn]
    private static void Refuse(ParsingEvent? at, string message, string whatToDo) => throw new RefusedException(at?.Start ?? Mark.Empty, message, whatToDo);

    [GeneratedRegex(@"^ *\t", RegexOptions.Multiline, 1000)]
    private static partial Regex IndentedByTab();

    // Ends the reading of one file; never leaves this class.
    [SuppressMessage("Design", "CA1032", Justification = "Private control flow, always thrown with its place.")]
    [SuppressMessage("Design", "CA1064", Justification = "Private control flow, caught in Parse.")]
    private sealed class RefusedException(Mark at, string message, string whatToDo) : Exception(message)
    {
        public Mark At { get; } = at;
        public string WhatToDo { get; } = whatToDo;
    }
}
