using System.Net;
using System.Security.Cryptography;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Results;
using DgccAssess.Web.Features.Papers;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Papers;

public sealed class VerifyPageTests(TestApps apps)
{
    private const string Report = $"/rounds/{Diagnosis.Round}/agencies/{Diagnosis.Agency}/result/report.pdf?language=en";

    [Theory, Databases]
    public async Task Paper_Printed_IsInTheRegisterOnceAndShowsItsFigures(DatabaseProvider provider)
    {
        var (space, file) = await PrintAsync(await apps.On(provider).CreateSpaceAsync());
        var paper = await space.ReadAsync(db => db.IssuedPapers.SingleAsync());
        using var anybody = space.Anonymous();

        var typed = await anybody.GetAsync($"/verify?number={Uri.EscapeDataString(paper.Number.ToLowerInvariant())}");
        var page = await anybody.GetAsync($"/verify/{paper.Number}");

        Assert.Equal($"{space.Path}/verify/{paper.Number}", typed.Path);
        Assert.Equal((HttpStatusCode.OK, "2.95"), (page.Status, page.Document.QuerySelector("#index")!.TextContent));
        Assert.Contains("Agency kemenko-perekonomian", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret Assessor", page.Body, StringComparison.Ordinal);
        Assert.Equal("noindex, nofollow", page.Response.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), await space.ReadAsync(db => db.IssuedFiles.Select(f => f.Sha256).SingleAsync()));
        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(PaperPrinted))));
    }

    [Theory, Databases]
    public async Task File_Compared_IsThePaperOrNot(DatabaseProvider provider)
    {
        var (space, file) = await PrintAsync(await apps.On(provider).CreateSpaceAsync());
        var number = await space.ReadAsync(db => db.IssuedPapers.Select(p => p.Number).SingleAsync());
        using var anybody = space.Anonymous();
        var changed = file.ToArray();
        changed[^10] ^= 1;

        Assert.Contains("The file is genuine", await CompareAsync(anybody, number, ("Input.Hash", Convert.ToHexString(SHA256.HashData(file)))), StringComparison.Ordinal);
        Assert.Contains("The file is not this paper", await CompareAsync(anybody, number, ("Input.Hash", Convert.ToHexString(SHA256.HashData(changed)))), StringComparison.Ordinal);
        Assert.Contains("The file is genuine", await UploadAsync(anybody, number, file), StringComparison.Ordinal);
        Assert.Contains("The file is not this paper", await UploadAsync(anybody, number, changed), StringComparison.Ordinal);
        Assert.Contains("A SHA-256 has 64 characters", await CompareAsync(anybody, number, ("Input.Hash", "12")), StringComparison.Ordinal);
        Assert.Contains("Choose the file, or enter its SHA-256.", await CompareAsync(anybody, number), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Paper_WithoutConsentOrUnderEmbargo_ShowsNothingOfIt(bool consent, int hours)
    {
        var (space, file) = await PrintAsync(await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync(), consent, TimeProvider.System.UtcNow.AddHours(hours));
        var number = await space.ReadAsync(db => db.IssuedPapers.Select(p => p.Number).SingleAsync());
        using var anybody = space.Anonymous();

        var page = await anybody.GetAsync($"/verify/{number}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.QuerySelector("#closed"));
        Assert.DoesNotContain("kemenko", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("2.95", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync($"/verify/{number}/bundle.json")).Status);
        Assert.Contains("The file is genuine", await CompareAsync(anybody, number, ("Input.Hash", Convert.ToHexString(SHA256.HashData(file)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_WrongOrUnknown_IsSaidInItsField()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        using var anybody = space.Anonymous();
        var prefix = IssuePaper.PrefixOf(space.Space);

        var wrong = await anybody.GetAsync($"/verify?number={prefix}-2026-000123-4");
        var unknown = await anybody.GetAsync($"/verify/{new PaperNumber(prefix, 2026, 123)}");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("a digit is wrong or missing", wrong.Document.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Contains("No paper was issued under the number", unknown.Document.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lookups_TooManyFromOneAddress_HaveToWait()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        using var client = space.App.CreateDefaultClient();

        for (var i = 0; i < LookupLimits.PerAddress; i++)
        {
            using var fine = await client.GetAsync($"{space.Path}/verify");
            Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
        }

        using var one = await client.GetAsync($"{space.Path}/verify");
        Assert.Equal(HttpStatusCode.TooManyRequests, one.StatusCode);
        Assert.NotNull(one.Headers.RetryAfter);
    }

    [Fact]
    public async Task Paper_OfACorrectedResult_SaysSoAndTheNewOneHasANumberOfItsOwn()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        var diagnosis = await Diagnosis.PublishAsync(space);
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        await FileAsync(organizer, Report);
        await space.PublishNationalAsync(Diagnosis.Round);
        await diagnosis.CorrectAsync("I21", 3, "The policy of 2020 had been overlooked.");
        await FileAsync(organizer, Report);
        var numbers = await space.ReadAsync(db => db.IssuedPapers.OrderBy(p => p.Sequence).Select(p => p.Number).ToListAsync());
        using var anybody = space.Anonymous();

        Assert.Equal(2, numbers.Count);
        Assert.NotNull((await anybody.GetAsync($"/verify/{numbers[0]}")).Document.QuerySelector("#corrected"));
        Assert.Null((await anybody.GetAsync($"/verify/{numbers[1]}")).Document.QuerySelector("#corrected"));
    }

    internal static async Task<(TestSpace Space, byte[] File)> PrintAsync(TestSpace space, bool consent = true, DateTime? embargo = null)
    {
        await Diagnosis.PublishAsync(space);
        // Signing off asks for consent; a result brought in from elsewhere may lack it.
        if (!consent) await space.ReadAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Snapshots" SET "Document" = replace("Document", '"publicationConsent":true', '"publicationConsent":false')"""));
        await space.PublishNationalAsync(Diagnosis.Round, embargo);
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        return (space, await FileAsync(organizer, Report));
    }

    internal static Task<byte[]> FileAsync(TestBrowser browser, string path) => browser.Client.GetByteArrayAsync(browser.Absolute(path));

    private static async Task<string> CompareAsync(TestBrowser browser, string number, params (string, string?)[] fields) =>
        (await browser.SubmitAsync(await browser.GetAsync($"/verify/{number}"), "form[data-hash-file]", fields)).Text;

    private static async Task<string> UploadAsync(TestBrowser browser, string number, byte[] file)
    {
        var page = await browser.GetAsync($"/verify/{number}");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Document.QuerySelector("form[data-hash-file] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "Input.File", "report.pdf" },
        };
        return (await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, browser.Absolute($"/verify/{number}")) { Content = form })).Text;
    }
}
