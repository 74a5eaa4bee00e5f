using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DgccAssess.Core.Features.Results.Docx;

/// <summary>The blocks of a report in Word's terms.</summary>
internal sealed class DocxBody(ReportText text, string? pictureId)
{
    private readonly DocxText writer = new(text.IsRightToLeft);
    private int marked;

    public IEnumerable<OpenXmlElement> Elements()
    {
        var tables = new DocxTables(text, writer);
        return text.Blocks.SelectMany(block => Of(block, tables));
    }

    private IEnumerable<OpenXmlElement> Of(TextBlock block, DocxTables tables) => block.Kind switch
    {
        "title" => [writer.Paragraph(block.Text!, DocxStyles.Title)],
        "subtitle" => [writer.Paragraph(block.Text!, DocxStyles.Subtitle)],
        "heading" => [Heading(block)],
        "paragraph" => [writer.Paragraph(block.Text!, DocxStyles.Of(block.Style))],
        "list" => block.Items.Select(item => writer.Paragraph(item, DocxStyles.List)),
        // Without a paragraph between them Word takes two tables for one.
        "table" => [writer.Paragraph(block.Caption!, DocxStyles.Caption), tables.Table(block), Gap()],
        "facts" => [tables.Facts(block), Gap()],
        "contents" => Contents(block),
        "code" => pictureId is null ? [] : [writer.Paragraph(new TextValue { Text = "" }, content: [DocxPicture.Of(pictureId, block.Text!.Text)])],
        _ => throw new InvalidOperationException($"The press sent a block of the unknown kind \"{block.Kind}\"."),
    };

    private Paragraph Heading(TextBlock block)
    {
        var paragraph = writer.Paragraph(block.Text!, DocxStyles.Heading(block.Level));
        if (block.Level != 1) return paragraph;
        var id = Number(marked);
        paragraph.InsertAfter(new BookmarkStart { Id = id, Name = Bookmark(marked) }, paragraph.ParagraphProperties);
        paragraph.Append(new BookmarkEnd { Id = id });
        marked++;
        return paragraph;
    }

    /// <summary>As Word would make it from the headings, with links and without page numbers: those only Word knows, and asking it to look opens a warning.</summary>
    private IEnumerable<OpenXmlElement> Contents(TextBlock block)
    {
        yield return writer.Paragraph(block.Text!, DocxStyles.ContentsTitle);
        var field = writer.Field("TOC \\o \"1-1\" \\n \\h \\z", "").ToList();
        foreach (var (i, entry) in block.Entries.Index())
        {
            var link = new Hyperlink(writer.Runs(entry)) { Anchor = Bookmark(i), History = true };
            IEnumerable<OpenXmlElement> content = i == 0 ? [.. field[..3], link] : [link];
            yield return writer.Paragraph(entry, DocxStyles.Contents, content: i == block.Entries.Count - 1 ? [.. content, field[^1]] : content);
        }
    }

    private static Paragraph Gap() => new(new ParagraphProperties(new SpacingBetweenLines { After = "60", Line = "120", LineRule = LineSpacingRuleValues.Exact }));

    private static string Bookmark(int at) => $"_Toc{Number(at)}";

    private static string Number(int at) => (at + 1).ToString(CultureInfo.InvariantCulture);
}
