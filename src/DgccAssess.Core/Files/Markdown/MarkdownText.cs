using System.Text.RegularExpressions;

namespace DgccAssess.Core.Files.Markdown;

/// <summary>A piece of a line: plain, strong, or a link.</summary>
public sealed record MarkdownSpan(string Text, bool Strong = false, string? Href = null);

public enum MarkdownKind
{
    Paragraph,
    Heading,
    List,
}

/// <param name="Kind">What it is.</param>
/// <param name="Lines">One line of a paragraph or heading; an item each of a list.</param>
public sealed record MarkdownBlock(MarkdownKind Kind, IReadOnlyList<IReadOnlyList<MarkdownSpan>> Lines);

/// <summary>The little of Markdown that a government's own words may use: paragraphs, "## headings", "- lists", **strong**, [links](https://...). All else is text.</summary>
public static partial class MarkdownText
{
    private const string Heading = "## ", Item = "- ";

    /// <summary>What is wrong with a text, or null. Only links can be wrong: they lead out of the product.</summary>
    public static string? Fault(string text) =>
        Link().Matches(text).Select(m => m.Groups["href"].Value).FirstOrDefault(href => !IsAllowed(href)) is { } wrong ? $"The address '{Short(wrong)}' can't be a link here." : null;

    public static IReadOnlyList<MarkdownBlock> Parse(string text) =>
    [
        .. text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Blocks),
    ];

    private static IEnumerable<MarkdownBlock> Blocks(string part)
    {
        var lines = part.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var at = 0; at < lines.Length;)
        {
            var kind = KindOf(lines[at]);
            var run = kind is MarkdownKind.Heading ? [lines[at]] : lines.Skip(at).TakeWhile(l => KindOf(l) == kind).ToArray();
            at += run.Length;
            yield return new(kind, kind switch
            {
                MarkdownKind.Heading => [Spans(run[0][Heading.Length..])],
                MarkdownKind.List => [.. run.Select(l => Spans(l[Item.Length..]))],
                _ => [Spans(string.Join(' ', run))],
            });
        }
    }

    private static MarkdownKind KindOf(string line) =>
        line.StartsWith(Heading, StringComparison.Ordinal) ? MarkdownKind.Heading : line.StartsWith(Item, StringComparison.Ordinal) ? MarkdownKind.List : MarkdownKind.Paragraph;

    private static List<MarkdownSpan> Spans(string line)
    {
        var (spans, at) = (new List<MarkdownSpan>(), 0);
        foreach (Match mark in Mark().Matches(line))
        {
            if (mark.Index > at) spans.Add(new(line[at..mark.Index]));
            spans.Add(mark.Groups["strong"].Success ? new(mark.Groups["strong"].Value, Strong: true)
                : IsAllowed(mark.Groups["href"].Value) ? new(mark.Groups["text"].Value, Href: mark.Groups["href"].Value)
                : new(mark.Value));
            at = mark.Index + mark.Length;
        }

        if (at < line.Length) spans.Add(new(line[at..]));
        return spans;
    }

    private static bool IsAllowed(string href) => Uri.TryCreate(href, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..60]}...";

    [GeneratedRegex(@"\[(?<text>[^\]\n]{1,200})\]\((?<href>[^)\s]{1,500})\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*(?<strong>[^*\n]{1,500})\*\*|\[(?<text>[^\]\n]{1,200})\]\((?<href>[^)\s]{1,500})\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();
}
