using System.Text.Json;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using DgccAssess.TestCommon.Press;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DgccAssess.Tests.Press;

public sealed class WordReportTests(PressFixture fixture) : IClassFixture<PressFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Locales => ["en", "id", "ar-TN", "fr-TN"];

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task WordReport_InEachLanguage_IsAValidDocumentWithItsStructure(string locale)
    {
        using var word = Open(await WriteAsync(Registered(SampleReport.Create(locale))));

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        var body = word.MainDocumentPart!.Document!.Body!;
        Assert.Equal(8, Styled(body, "Heading1").Count());
        Assert.Equal(47, Styled(body, "Heading3").Count());
        Assert.All(body.Elements<Table>().Where(t => t.GetFirstChild<TableProperties>()!.TableLook!.FirstRow! == true), table =>
        {
            Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.NotEmpty(table.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value!);
        });
        Assert.Contains("PAGE", word.MainDocumentPart.FooterParts.First().Footer!.InnerText, StringComparison.Ordinal);
        Assert.All(body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>(), picture => Assert.Contains("https://", picture.Description!.Value!, StringComparison.Ordinal));
        Assert.Single(body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>());
        Assert.Equal("", HeaderOf(word, HeaderFooterValues.First).InnerText);
        Assert.Contains(locale.Split('-')[0], word.PackageProperties.Language, StringComparison.Ordinal);
        Assert.NotEmpty(word.PackageProperties.Title!);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task WordReport_EveryFigureOfTheTables_IsThePrintedOne(string locale)
    {
        var report = SampleReport.Create(locale);
        using var word = Open(await WriteAsync(report));
        var rows = word.MainDocumentPart!.Document!.Body!.Descendants<TableRow>().Select(row => string.Join('|', row.Elements<TableCell>().Select(cell => cell.InnerText))).ToHashSet(StringComparer.Ordinal);
        using var composed = JsonDocument.Parse(await fixture.Press.RenderAsync(new ReportRequest(report, ReportVariant.Word).ToPressRequest(), Stop));
        var tables = composed.RootElement.GetProperty("blocks").EnumerateArray().Where(b => b.GetProperty("kind").GetString() == "table").ToList();
        var pdf = PdfFile.Read(await fixture.Press.RenderAsync(new ReportRequest(report, ReportVariant.Accessible).ToPressRequest(), Stop));

        Assert.Contains(tables, t => t.GetProperty("rows").GetArrayLength() == 47);
        foreach (var row in tables.SelectMany(t => t.GetProperty("rows").EnumerateArray()))
            Assert.Contains(string.Join('|', row.EnumerateArray().Select(TextOf)), rows);
        foreach (var figure in tables.SelectMany(FiguresOf))
            Assert.Contains(figure.Replace(" ", "", StringComparison.Ordinal), pdf.Letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordReport_InArabic_RunsFromTheRightAndKeepsLatinAndFiguresUpright()
    {
        using var word = Open(await WriteAsync(SampleReport.Create("ar-TN")));
        var body = word.MainDocumentPart!.Document!.Body!;

        Assert.NotNull(body.GetFirstChild<SectionProperties>()!.GetFirstChild<BiDi>());
        Assert.All(body.Elements<Table>(), table => Assert.NotNull(table.GetFirstChild<TableProperties>()!.GetFirstChild<BiDiVisual>()));
        Assert.All(Styled(body, "Heading1"), heading => Assert.True(heading.ParagraphProperties!.BiDi!.Val!.Value));
        Assert.All(body.Descendants<Run>().Where(run => run.InnerText.Any(char.IsAsciiLetter) && !run.Descendants<FieldCode>().Any()), run => Assert.Null(run.RunProperties!.RightToLeftText));
        Assert.All(body.Descendants<Run>().Where(run => run.InnerText.Any(c => c is >= '\u0620' and <= '\u064A')), run => Assert.NotNull(run.RunProperties!.RightToLeftText));
        Assert.DoesNotContain(body.InnerText, c => c is >= '\u2066' and <= '\u2069');
        Assert.Equal("ar-TN", word.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Bidi!.Value);

        using var english = Open(await WriteAsync(SampleReport.Create()));
        Assert.Empty(english.MainDocumentPart!.Document!.Descendants<BiDiVisual>());
    }

    [Fact]
    public async Task WordReport_OfTheSameSnapshot_IsTheSameFileAndOfAnotherIsNot()
    {
        await using var other = Pools.Create();
        var report = Registered(SampleReport.Create("ar-TN"));
        var request = new ReportRequest(report, ReportVariant.Word).ToPressRequest();

        var first = await WriteAsync(report);

        Assert.Equal(first, request.Finish(await other.RenderAsync(request, Stop)));
        Assert.NotEqual(first, await WriteAsync(report with { Snapshot = report.Snapshot with { Number = 2 } }));
    }

    [Fact]
    public async Task WordReport_OfADraftOnMadeUpData_SaysBothOnEveryPage()
    {
        using var word = Open(await WriteAsync(SampleReport.Create() with { Draft = true, Synthetic = true }));

        Assert.All(word.MainDocumentPart!.FooterParts, part =>
        {
            Assert.Contains("Draft: not published", part.Footer!.InnerText, StringComparison.Ordinal);
            Assert.Contains("Demonstration data", part.Footer!.InnerText, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(HostileTextTests.Texts), MemberType = typeof(HostileTextTests))]
    public async Task WordReport_WithHostileTextInEveryField_OpensAndIsValid(string text)
    {
        foreach (var locale in new[] { "en", "ar-TN" })
        {
            using var word = Open(await WriteAsync(HostileTextTests.Spoil(SampleReport.Create(locale), text)));
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"));
            Assert.Contains(locale is "en" ? "2.95" : "2,95", word.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        }
    }

    private static ReportDocument Registered(ReportDocument report)
    {
        const string address = "https://example.org/indonesia/verify/ID-2026-000123-8";
        return report with { Register = new ReportRegister("ID-2026-000123-8", address, QrPicture.Of(address)) };
    }

    private async Task<byte[]> WriteAsync(ReportDocument report)
    {
        var request = new ReportRequest(report, ReportVariant.Word).ToPressRequest();
        return request.Finish(await fixture.Press.RenderAsync(request, Stop));
    }

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private static Header HeaderOf(WordprocessingDocument word, HeaderFooterValues type)
    {
        var main = word.MainDocumentPart!;
        var id = main.Document!.Body!.GetFirstChild<SectionProperties>()!.Elements<HeaderReference>().Single(h => h.Type! == type).Id!.Value!;
        return ((HeaderPart)main.GetPartById(id)).Header!;
    }

    private static IEnumerable<Paragraph> Styled(Body body, string style) => body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style);

    private static string TextOf(JsonElement value) => string.Concat(value.GetProperty("text").GetString()!.Where(c => c is < '\u2066' or > '\u2069'));

    private static IEnumerable<string> FiguresOf(JsonElement table) =>
        from row in table.GetProperty("rows").EnumerateArray()
        from column in table.GetProperty("numeric").EnumerateArray()
        let text = TextOf(row[column.GetInt32()])
        where text.Any(char.IsDigit) && text.All(c => !char.IsLetter(c))
        select text;
}
