using System.Text;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.TestCommon.Press;

namespace DgccAssess.Tests.Press;

public sealed class AgencyReportTests(PressFixture fixture) : IClassFixture<PressFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "2.95", "Good")]
    [InlineData("id", "2,95", "Baik")]
    [InlineData("ar-TN", "2,95", null)]
    [InlineData("fr-TN", "2,95", "Bien")]
    public async Task AgencyReport_InEachLanguage_TellsIndexPredicateAndEveryIndicator(string locale, string index, string? predicate)
    {
        var pdf = PdfFile.Read(await RenderAsync(SampleReport.Create(locale), ReportVariant.Accessible));

        Assert.True(pdf.Pages >= 10, $"{pdf.Pages} pages");
        Assert.Contains(index, pdf.Letters, StringComparison.Ordinal);
        Assert.Contains(predicate ?? index, pdf.Letters, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 47), number => Assert.Contains($"I{number}", pdf.Letters, StringComparison.Ordinal));
        Assert.StartsWith(locale.Split('-')[0], pdf.Language, StringComparison.Ordinal);
        Assert.True(pdf.Bookmarks > 47, $"{pdf.Bookmarks} bookmarks");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    [InlineData("ar-TN")]
    [InlineData("fr-TN")]
    public async Task AgencyReport_InBothVariants_IsTaggedAndNamesItsStandard(string locale)
    {
        var accessible = PdfFile.Read(await RenderAsync(SampleReport.Create(locale), ReportVariant.Accessible));
        var archive = PdfFile.Read(await RenderAsync(SampleReport.Create(locale), ReportVariant.Archive));

        Assert.True(accessible.Tagged);
        Assert.True(archive.Tagged);
        Assert.Matches("pdfuaid:part>\\s*1<", accessible.Metadata);
        Assert.Matches("pdfaid:part>\\s*2<", archive.Metadata);
        Assert.Matches("pdfaid:conformance>\\s*A<", archive.Metadata);
    }

    [Theory]
    [InlineData("en", ReportVariant.Accessible)]
    [InlineData("en", ReportVariant.Archive)]
    [InlineData("ar-TN", ReportVariant.Accessible)]
    [InlineData("ar-TN", ReportVariant.Archive)]
    public async Task AgencyReport_RenderedTwiceByDifferentWorkers_IsByteIdentical(string locale, ReportVariant variant)
    {
        await using var other = Pools.Create();
        var request = new ReportRequest(SampleReport.Create(locale), variant).ToPressRequest();

        var first = await fixture.Press.RenderAsync(request, Stop);
        var second = await fixture.Press.RenderAsync(request, Stop);
        var elsewhere = await other.RenderAsync(request, Stop);

        Assert.Equal(first, second);
        Assert.Equal(first, elsewhere);
    }

    [Fact]
    public async Task AgencyReport_OfAnotherSnapshot_HasOtherBytes()
    {
        var document = SampleReport.Create();
        var first = await RenderAsync(document, ReportVariant.Archive);
        var second = await RenderAsync(document with { Snapshot = document.Snapshot with { Number = 2 } }, ReportVariant.Archive);

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task AgencyReport_OfADraft_SaysSoAndOfAPublishedOneDoesNot()
    {
        var published = PdfFile.Read(await RenderAsync(SampleReport.Create(), ReportVariant.Accessible));
        var draft = PdfFile.Read(await RenderAsync(SampleReport.Create() with { Draft = true }, ReportVariant.Accessible));

        Assert.Contains("Draft:notpublished", draft.Letters, StringComparison.Ordinal);
        Assert.DoesNotContain("Draft:notpublished", published.Letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Radar_AskedTwice_IsTheSameSvg()
    {
        var request = RadarRequest.Of(SampleReport.Create(), "External", "Self", RadarTheme.Light).ToPressRequest();

        var first = await fixture.Press.RenderAsync(request, Stop);

        Assert.StartsWith("<svg ", Encoding.UTF8.GetString(first), StringComparison.Ordinal);
        Assert.Equal(first, await fixture.Press.RenderAsync(request, Stop));
    }

    private Task<byte[]> RenderAsync(ReportDocument document, ReportVariant variant) =>
        fixture.Press.RenderAsync(new ReportRequest(document, variant).ToPressRequest(), Stop);
}
