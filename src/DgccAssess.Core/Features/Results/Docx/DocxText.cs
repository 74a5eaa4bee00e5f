using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DgccAssess.Core.Features.Results.Docx;

/// <summary>Paragraphs and runs in the direction of their text, whatever the document's.</summary>
internal sealed class DocxText(bool rightToLeft)
{
    private const string Fixed = "Consolas";

    /// <summary>The end of the line, said as Word understands it: left and right change places in a paragraph from the right.</summary>
    public static JustificationValues AtEnd => JustificationValues.Right;

    public Paragraph Paragraph(TextValue value, string? style = null, bool atEnd = false, IEnumerable<OpenXmlElement>? content = null)
    {
        var properties = new ParagraphProperties();
        if (style is not null) properties.ParagraphStyleId = new ParagraphStyleId { Val = style };
        properties.BiDi = new BiDi { Val = IsRight(value) };
        if (value.Depth > 0) properties.Indentation = new Indentation { Start = $"{value.Depth * 200}" };
        if (atEnd) properties.Justification = new Justification { Val = AtEnd };
        return new Paragraph([properties, .. content ?? Runs(value)]);
    }

    public IEnumerable<Run> Runs(TextValue value) => BidiRuns.Of(value.Text, IsRight(value)).Select(run => Run(run.Text, run.Right, value));

    public Run Run(string text, bool right, TextValue? look = null)
    {
        var run = new Run(Properties(right, look));
        foreach (var (i, line) in text.Split('\n').Index())
        {
            if (i > 0) run.Append(new Break());
            if (line.Length > 0) run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>A value that only the word processor knows, and what stands there until it has looked.</summary>
    public IEnumerable<Run> Field(string code, string until) =>
    [
        new(Properties(rightToLeft), new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new(Properties(rightToLeft), new FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }),
        new(Properties(rightToLeft), new FieldChar { FieldCharType = FieldCharValues.Separate }),
        Run(until, rightToLeft),
        new(Properties(rightToLeft), new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    public bool IsRight(TextValue value) => value.Dir is { } dir ? dir == ReportText.RightToLeft : rightToLeft;

    private static RunProperties Properties(bool right, TextValue? look = null)
    {
        var properties = new RunProperties();
        if (look?.Code == true) properties.RunFonts = new RunFonts { Ascii = Fixed, HighAnsi = Fixed, ComplexScript = Fixed };
        if (look?.Strong == true) (properties.Bold, properties.BoldComplexScript) = (new Bold(), new BoldComplexScript());
        if (look?.Code == true) (properties.FontSize, properties.FontSizeComplexScript) = (new FontSize { Val = "16" }, new FontSizeComplexScript { Val = "16" });
        if (right) properties.RightToLeftText = new RightToLeftText();
        return properties;
    }
}
