using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DgccAssess.Core.Features.Results.Docx;

/// <summary>Tables whose head comes again on every page and whose rows are never cut in two.</summary>
internal sealed class DocxTables(ReportText text, DocxText writer)
{
    /// <summary>A4 less its margins, in twentieths of a point.</summary>
    public const int TextWidth = DocxPage.Width - 2 * DocxPage.Margin;

    private const int FactLabel = 32;
    private const int PenRoom = 560;

    /// <summary>Up to so many rows a table moves to the next page rather than break.</summary>
    private const int KeptTogether = 12;

    public Table Table(TextBlock block)
    {
        var table = Begin(block.Widths, block.Caption?.Text, head: true);
        table.Append(new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. block.Columns.Select((name, x) => Cell(name, block, x))]));
        foreach (var (y, row) in block.Rows.Index())
        {
            var strong = block.StrongRows.Contains(y);
            table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. row.Select((value, x) => Cell(strong ? value with { Strong = true } : value, block, x, strong))]));
        }

        KeepTogether(table);

        return table;
    }

    /// <summary>A label and a value a row, without a head.</summary>
    public Table Facts(TextBlock block)
    {
        var table = Begin([FactLabel, 100 - FactLabel], block.Caption?.Text, head: false);
        foreach (var row in block.Rows)
        {
            var properties = new TableRowProperties(new CantSplit());
            if (block.Signed) properties.Append(new TableRowHeight { Val = PenRoom, HeightType = HeightRuleValues.AtLeast });
            table.Append(new TableRow([properties, .. row.Select((value, x) => Cell(value, block, x))]));
        }

        KeepTogether(table);
        return table;
    }

    private static void KeepTogether(Table table)
    {
        List<TableRow> rows = [.. table.Elements<TableRow>()];
        if (rows.Count > KeptTogether) return;
        foreach (var properties in rows.SkipLast(1).SelectMany(row => row.Descendants<ParagraphProperties>())) properties.KeepNext = new KeepNext();
    }

    private Table Begin(IReadOnlyList<decimal> widths, string? caption, bool head)
    {
        var properties = new TableProperties(new TableStyle { Val = DocxStyles.Table });
        if (text.IsRightToLeft) properties.Append(new BiDiVisual());
        properties.Append(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { Val = head ? "0620" : "0600", FirstRow = head, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true });
        // What assistive technology calls the table.
        if (caption is not null) properties.Append(new TableCaption { Val = new string([.. caption.Where(c => c is < '\u2066' or > '\u2069')]) });
        return new Table(properties, new TableGrid(widths.Select(w => new GridColumn { Width = $"{WidthOf(w)}" })));
    }

    private TableCell Cell(TextValue value, TextBlock block, int x, bool tinted = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{WidthOf(WidthsOf(block)[x])}", Type = TableWidthUnitValues.Dxa });
        if (tinted) properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = DocxStyles.Colour(text.Colours.Tint) });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, writer.Paragraph(Beside(value), DocxStyles.Cell, atEnd: block.Numeric.Contains(x)));
    }

    // In a column all stand on the document's side, in whatever direction they are read.
    private static TextValue Beside(TextValue value) => value.Code ? value with { Dir = null, Text = $"\u2066{value.Text}\u2069" } : value;

    private static IReadOnlyList<decimal> WidthsOf(TextBlock block) => block.Widths.Count > 0 ? block.Widths : [FactLabel, 100 - FactLabel];

    private static int WidthOf(decimal share) => (int)(TextWidth * share / 100);
}
