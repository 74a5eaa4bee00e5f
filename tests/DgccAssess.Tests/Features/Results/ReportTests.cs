using System.Net;
using System.Security.Cryptography;
using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Docx;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace DgccAssess.Tests.Features.Results;

public sealed class ReportTests(TestApps apps)
{
    private const string Address = $"/rounds/{Diagnosis.Round}/agencies/{Diagnosis.Agency}/result/report.pdf";

    private static readonly string Word = Address.Replace("report.pdf", "report.docx", StringComparison.Ordinal);

    [Theory]
    [InlineData("spbe-2020", "ID", "en", "ua1", "2.95", "Good")]
    [InlineData("spbe-2020", "ID", "id", "a2a", "2,95", "Baik")]
    [InlineData("dgcc-2026", "TN", "fr", "ua1", "2,95", "Bien")]
    [InlineData("dgcc-2026", "TN", "ar", "a2a", "2,95", "حسن")]
    public async Task Report_InALanguage_HoldsIndexAndPredicate(string instrument, string country, string language, string standard, string index, string predicate)
    {
        var (browser, _) = await ReaderAsync(await ResultPageTests.In(country, await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync()), instrument);
        using var mine = browser;

        using var answer = await GetAsync(browser, $"{Address}?language={language}&standard={standard}");

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal($"kemenko-perekonomian-2021-{language}-{standard}.pdf", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("Agency kemenko-perekonomian", answer.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
        using var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        var text = string.Join('\n', pdf.GetPages().Select(p => p.Text)).Normalize(NormalizationForm.FormKC);
        Assert.Contains(index, text, StringComparison.Ordinal);
        Assert.True(text.Contains(predicate, StringComparison.Ordinal) || text.Contains(Reversed(predicate), StringComparison.Ordinal), $"{predicate} is not in the report");
        Assert.True(pdf.NumberOfPages >= 8);
    }

    [Theory, Databases]
    public async Task Report_Twice_IsTheSameFileAndIsNotSentAgain(DatabaseProvider provider)
    {
        var (browser, diagnosis) = await ReaderAsync(await apps.On(provider).CreateSpaceAsync(), "spbe-2020");
        using var mine = browser;

        using var first = await GetAsync(browser, $"{Address}?language=en&standard=ua1");
        using var second = await GetAsync(browser, $"{Address}?language=en&standard=ua1");
        using var known = await GetAsync(browser, $"{Address}?language=en&standard=ua1", first.Headers.ETag!.ToString());

        var bytes = await first.Content.ReadAsByteArrayAsync();
        Assert.Equal(bytes, await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(bytes, await RenderAgainAsync(diagnosis));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Theory]
    [InlineData("language=xx", "language")]
    [InlineData("language=en&standard=pdf", "standard")]
    public async Task Report_WrongParameter_IsRefusedByName(string query, string parameter)
    {
        var (browser, _) = await ReaderAsync(await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync(), "spbe-2020");
        using var mine = browser;

        var page = await browser.GetAsync($"{Address}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains($"The parameter “{parameter}” can't be", page.Document.QuerySelector("#error-summary")?.TextContent, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task WordReport_IsLinkedTheSameTwiceAndHasItsEntryInTheRegister(DatabaseProvider provider)
    {
        var (browser, diagnosis) = await ReaderAsync(await apps.On(provider).CreateSpaceAsync(), "spbe-2020");
        using var mine = browser;
        var result = await browser.GetAsync(Address.Replace("/report.pdf", "", StringComparison.Ordinal));
        var link = result.Document.QuerySelector("a[href*='report.docx?language=en']")!;

        using var first = await GetAsync(browser, $"{Word}?language=en");
        using var second = await GetAsync(browser, $"{Word}?language=en");
        using var known = await GetAsync(browser, $"{Word}?language=en", first.Headers.ETag!.ToString());

        Assert.Contains("Word, DOCX, usually under 100 KB", link.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReportDocx.ContentType, first.Content.Headers.ContentType?.MediaType);
        Assert.Equal("kemenko-perekonomian-2021-en.docx", first.Content.Headers.ContentDisposition?.FileName);
        var bytes = await first.Content.ReadAsByteArrayAsync();
        Assert.Equal(bytes, await second.Content.ReadAsByteArrayAsync());
        Assert.True(bytes.Length < 100_000);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        var (file, number) = await diagnosis.Space.ReadAsync(async db => (await db.IssuedFiles.SingleAsync(), await db.IssuedPapers.Select(p => p.Number).SingleAsync()));
        Assert.Equal((ReportVariant.Word, Convert.ToHexStringLower(SHA256.HashData(bytes))), (file.Standard, file.Sha256));
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Contains(number, word.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        Assert.Equal(number, word.PackageProperties.Identifier);
    }

    [Fact]
    public async Task WordReport_UnknownLanguage_IsRefusedByName()
    {
        var (browser, _) = await ReaderAsync(await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync(), "spbe-2020");
        using var mine = browser;

        var page = await browser.GetAsync($"{Word}?language=xx");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("The parameter “language” can't be", page.Document.QuerySelector("#error-summary")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_WithoutAPress_SaysSoAndTheResultStays()
    {
        using var app = new TestApp(DatabaseProvider.Sqlite, new Dictionary<string, string> { ["Press:NodePath"] = "no-such-node" });
        var (browser, _) = await ReaderAsync(await app.CreateSpaceAsync(), "spbe-2020");
        using var mine = browser;

        var page = await browser.GetAsync($"{Address}?language=en");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal("The report can't be made just now", page.Heading);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Address.Replace("/report.pdf", "", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Radar_InBothThemesAndWidths_IsAPictureThatStays()
    {
        var (browser, _) = await ReaderAsync(await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync(), "spbe-2020");
        using var mine = browser;
        var address = Address.Replace("report.pdf", "radar.svg", StringComparison.Ordinal);

        using var light = await GetAsync(browser, address);
        using var dark = await GetAsync(browser, $"{address}?theme=dark");
        using var narrow = await GetAsync(browser, $"{address}?names=codes");
        using var known = await GetAsync(browser, address, light.Headers.ETag!.ToString());

        Assert.Equal("image/svg+xml", light.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<svg", await light.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Distinct(new[] { light, dark, narrow }.Select(p => p.Headers.ETag));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    private static async Task<(TestBrowser Browser, Diagnosis Diagnosis)> ReaderAsync(TestSpace space, string instrument)
    {
        var diagnosis = await Diagnosis.PublishAsync(space, instrument);
        return (await space.AsAsync(await space.CreatePersonAsync(Roles.Reader, diagnosis.AgencyId)), diagnosis);
    }

    private static async Task<HttpResponseMessage> GetAsync(TestBrowser browser, string path, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, browser.Absolute(path));
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await browser.Client.SendAsync(request);
    }

    private static Task<byte[]> RenderAgainAsync(Diagnosis diagnosis) => diagnosis.Space.RunAsync(async services =>
    {
        var stored = await services.GetRequiredService<ReadResult>().HandleAsync(diagnosis.AssessmentId, Milestone.Published, default);
        var paper = await services.GetRequiredService<TenantDbContext>().IssuedPapers.SingleAsync();
        var request = new ReportRequest(ReportBuilder.Build(stored!, diagnosis.Space.Space, "en") with { Register = paper.OnPaper() }, ReportVariant.Accessible);
        return await services.GetRequiredService<IReportRenderer>().RenderAsync(request.ToPressRequest(), default);
    });

    private static string Reversed(string text) => new([.. text.Reverse()]);
}
