using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DgccAssess.Core.Features.Results.Docx;

/// <summary>Paper, margins, head and foot. The head of the first page is empty and leaves room for a letterhead.</summary>
internal sealed class DocxPage(ReportText text, DocxText writer)
{
    public const int Width = 11906;
    public const int Margin = 1134;
    private const int Height = 16838;

    /// <summary>About 3 cm, as high as most letterheads.</summary>
    private const string LetterheadRoom = "1700";

    public static Header Letterhead() => new(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Header }, new SpacingBetweenLines { After = LetterheadRoom })));

    public Header Running() => new(writer.Paragraph(new TextValue { Text = "" }, DocxStyles.Header, content: Joined(text.Running)));

    public Footer Footer() => new(
    [
        .. Marks(),
        writer.Paragraph(new TextValue { Text = "" }, DocxStyles.Footer, content: Joined(text.Stamp)),
        writer.Paragraph(new TextValue { Text = "" }, DocxStyles.Footer, atEnd: true, content: text.Page.SelectMany(Part)),
    ]);

    public SectionProperties Section(string letterhead, string running, string firstFooter, string footer)
    {
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.First, Id = letterhead },
            new HeaderReference { Type = HeaderFooterValues.Default, Id = running },
            new FooterReference { Type = HeaderFooterValues.First, Id = firstFooter },
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            new PageSize { Width = Width, Height = Height },
            new PageMargin { Top = 1304, Bottom = 1247, Left = Margin, Right = Margin, Header = 567, Footer = 567, Gutter = 0 },
            new TitlePage());
        if (text.IsRightToLeft) section.Append(new BiDi());
        return section;
    }

    private IEnumerable<OpenXmlElement> Marks() => text.Marks.Select(mark => writer.Paragraph(new TextValue { Text = mark }, DocxStyles.Of("mark")));

    private IEnumerable<OpenXmlElement> Joined(IEnumerable<TextValue> values)
    {
        foreach (var (i, value) in values.Index())
        {
            if (i > 0) yield return writer.Run(" · ", text.IsRightToLeft);
            foreach (var run in writer.Runs(value)) yield return run;
        }
    }

    private IEnumerable<OpenXmlElement> Part(TextPart part) => part switch
    {
        { Field: "page" } => writer.Field("PAGE", "1"),
        { Field: "pages" } => writer.Field("NUMPAGES", "1"),
        _ => writer.Runs(new TextValue { Text = part.Text ?? "" }),
    };
}
