using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DgccAssess.Core.Features.Results.Docx;

/// <summary>Word's own styles, so that whoever takes the text over can change all headings at once and navigate by them.</summary>
internal static class DocxStyles
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string List = "ListBullet";
    public const string Caption = "Caption";
    public const string Cell = "TableText";
    public const string Table = "ReportTable";
    public const string Contents = "TOC1";
    public const string ContentsTitle = "TOCHeading";
    public const string Header = "Header";
    public const string Footer = "Footer";

    // Every Word has it, with Arabic letters too.
    private const string Font = "Arial";
    private const string Muted = "52606D";
    private const string Alarm = "9B1C1C";

    public static string Heading(int level) => $"Heading{level}";

    /// <summary>Of a paragraph; null: plain.</summary>
    public static string? Of(string? look) => look switch { "lead" => "Lead", "small" => "Small", "label" => "Label", "mark" => "Mark", _ => null };

    public static Styles Create(ReportText text)
    {
        var (accent, dark) = (Colour(text.Colours.Base), Colour(text.Colours.Dark));
        return new Styles(
            Defaults(text),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle(), new StyleParagraphProperties(new BiDi { Val = text.IsRightToLeft })) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
            new Style(new StyleName { Val = "Normal Table" }, new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa })) { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
            Paragraph(Title, "Title", 22, dark, bold: true, before: 120, after: 60, keep: true),
            Paragraph(Subtitle, "Subtitle", 30, dark, bold: true, before: 0, after: 240, keep: true),
            Paragraph(Heading(1), "heading 1", 32, dark, bold: true, before: 480, after: 160, keep: true, outline: 0),
            Paragraph(Heading(2), "heading 2", 24, dark, bold: true, before: 280, after: 100, keep: true, outline: 1),
            Paragraph(Heading(3), "heading 3", 20, null, bold: true, before: 240, after: 60, keep: true, outline: 2),
            Paragraph("Lead", "Lead", 23, dark, bold: true, before: 60, after: 160, fill: Colour(text.Colours.Tint)),
            Paragraph("Small", "Small", 17, Muted, bold: false, before: 0, after: 80),
            Paragraph("Label", "Label", 18, dark, bold: true, before: 100, after: 40, keep: true),
            Paragraph("Mark", "Mark", 18, Alarm, bold: true, before: 0, after: 80),
            Paragraph(List, "List Bullet", 20, null, bold: false, before: 0, after: 60, numbered: true),
            Paragraph(Caption, "caption", 18, dark, bold: true, before: 200, after: 80, keep: true),
            Paragraph(Cell, "Table Text", 18, null, bold: false, before: 40, after: 40),
            Paragraph(ContentsTitle, "TOC Heading", 24, dark, bold: true, before: 360, after: 100, keep: true),
            Paragraph(Contents, "toc 1", 20, null, bold: false, before: 0, after: 60),
            Paragraph(Header, "header", 16, Muted, bold: false, before: 0, after: 0),
            Paragraph(Footer, "footer", 16, Muted, bold: false, before: 0, after: 0),
            TableStyle(accent, dark));
    }

    public static string Colour(string hash) => hash.TrimStart('#').ToUpperInvariant();

    private static DocDefaults Defaults(ReportText text) => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font },
            new FontSize { Val = "20" }, new FontSizeComplexScript { Val = "20" },
            // Word keeps a language for each kind of script: the document's goes where its letters are.
            text.IsRightToLeft ? new Languages { Val = "en-GB", Bidi = text.Language } : new Languages { Val = text.Language, Bidi = "ar-SA" })),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto })));

    private static Style Paragraph(string id, string name, int halfPoints, string? colour, bool bold, int before, int after, bool keep = false, int? outline = null, string? fill = null, bool numbered = false)
    {
        var paragraph = new StyleParagraphProperties();
        if (keep) (paragraph.KeepNext, paragraph.KeepLines) = (new KeepNext(), new KeepLines());
        if (numbered) paragraph.NumberingProperties = new NumberingProperties(new NumberingId { Val = DocxNumbering.Bullets });
        if (fill is not null) paragraph.Shading = new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill };
        paragraph.SpacingBetweenLines = new SpacingBetweenLines { Before = $"{before}", After = $"{after}" };
        if (outline is { } level) paragraph.OutlineLevel = new OutlineLevel { Val = level };

        var run = new StyleRunProperties();
        if (bold) (run.Bold, run.BoldComplexScript) = (new Bold(), new BoldComplexScript());
        if (colour is not null) run.Color = new Color { Val = colour };
        (run.FontSize, run.FontSizeComplexScript) = (new FontSize { Val = $"{halfPoints}" }, new FontSizeComplexScript { Val = $"{halfPoints}" });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };
    }

    private static Style TableStyle(string accent, string dark)
    {
        static BorderType Rule(BorderType border, string colour, uint size) => Set(border, BorderValues.Single, colour, size);
        return new Style(
            new StyleName { Val = "Report Table" }, new BasedOn { Val = "TableNormal" }, new PrimaryStyle(),
            new StyleTableProperties(
                new TableStyleRowBandSize { Val = 1 },
                new TableBorders(Rule(new BottomBorder(), "C9D1D9", 4), Rule(new InsideHorizontalBorder(), "C9D1D9", 4)),
                new TableCellMarginDefault(new TopMargin { Width = "20", Type = TableWidthUnitValues.Dxa }, new StartMargin { Width = "80", Type = TableWidthUnitValues.Dxa }, new BottomMargin { Width = "20", Type = TableWidthUnitValues.Dxa }, new EndMargin { Width = "80", Type = TableWidthUnitValues.Dxa })),
            new TableStyleProperties(
                new RunPropertiesBaseStyle(new Bold(), new BoldComplexScript(), new Color { Val = dark }),
                new TableStyleConditionalFormattingTableProperties(),
                new TableStyleConditionalFormattingTableCellProperties(new TableCellBorders(Rule(new BottomBorder(), accent, 8)))) { Type = TableStyleOverrideValues.FirstRow })
        { Type = StyleValues.Table, StyleId = Table, CustomStyle = true };
    }

    private static BorderType Set(BorderType border, BorderValues value, string colour, uint size)
    {
        (border.Val, border.Color, border.Size, border.Space) = (value, colour, size, 0);
        return border;
    }
}
