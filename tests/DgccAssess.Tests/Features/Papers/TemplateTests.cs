using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Core.Features.Printing;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Results;
using DgccAssess.Tests.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Papers;

/// <summary>A space's own look of papers: saved as versions, and never changed under a paper that has a number.</summary>
public sealed class TemplateTests(TestApps apps)
{
    private const string Page = "/paper-templates/agency-report";
    private const string Form = "main form[enctype]";
    private const string Report = $"/rounds/{Diagnosis.Round}/agencies/{Diagnosis.Agency}/result/report.pdf?language=en&standard=ua1";

    [Theory, Databases]
    public async Task Report_PrintedAgainAfterAChange_IsTheSameFileAndANewOneHasTheNewLook(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var diagnosis = await Diagnosis.PublishAsync(space);
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        await SaveAsync(organizer, ("Input.Texts[0].Foreword", "Words of the first version."));

        var first = await VerifyPageTests.FileAsync(organizer, Report);
        await SaveAsync(organizer, ("Input.Texts[0].Foreword", "Words of the second version."));
        var again = await VerifyPageTests.FileAsync(organizer, Report);
        var archive = await VerifyPageTests.FileAsync(organizer, Report.Replace("ua1", "a2a", StringComparison.Ordinal));
        await diagnosis.CorrectAsync("I21", 3, "Overlooked.");
        var corrected = await VerifyPageTests.FileAsync(organizer, Report);

        Assert.Equal(first, again);
        Assert.Contains("Wordsofthefirstversion.", PdfFile.Read(first).Letters, StringComparison.Ordinal);
        Assert.Contains("Wordsofthefirstversion.", PdfFile.Read(archive).Letters, StringComparison.Ordinal);
        Assert.Contains("Wordsofthesecondversion.", PdfFile.Read(corrected).Letters, StringComparison.Ordinal);
        var papers = await space.ReadAsync(db => (from p in db.IssuedPapers join t in db.PaperTemplates on p.TemplateId equals t.Id orderby p.Sequence select new { p.Number, Version = t.Number }).ToListAsync());
        Assert.Equal([1, 2], papers.Select(p => p.Version));
        Assert.Equal(3, await space.ReadAsync(db => db.IssuedFiles.CountAsync()));
        using var anybody = space.Anonymous();
        foreach (var paper in papers) Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync($"/verify/{paper.Number}")).Status);
    }

    [Fact]
    public async Task Report_IssuedBeforeAnyTemplate_KeepsItsLook()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        await Diagnosis.PublishAsync(space);
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        var plain = await VerifyPageTests.FileAsync(organizer, Report);

        await SaveAsync(organizer, ("Input.Texts[0].Title", "A title of our own"));

        Assert.Equal(plain, await VerifyPageTests.FileAsync(organizer, Report));
    }

    [Theory, Databases]
    public async Task Batch_PrintsWithTheTemplateOfItsOrder(DatabaseProvider provider)
    {
        var space = await (await apps.On(provider).CreateSpaceAsync()).CreateNationAsync(agencies: 2, rounds: 1);
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        await SaveAsync(organizer, ("Input.Texts[0].Footer", "Version one"));
        await space.RunAsync(s => s.GetRequiredService<OrderPapers>().HandleAsync(new(TimeProvider.System.NewId(), "demo-2021", "en", ReportVariant.Accessible)));
        await SaveAsync(organizer, ("Input.Texts[0].Footer", "Version two"));

        await space.RunDueJobsAsync();

        var versions = await space.ReadAsync(db => (from p in db.IssuedPapers join t in db.PaperTemplates on p.TemplateId equals t.Id select t.Number).ToListAsync());
        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Equal(1, version));
        Assert.Equal(PrintState.Done, await space.ReadAsync(db => db.PrintBatches.Select(b => b.State).SingleAsync()));
    }

    [Theory, Databases]
    public async Task Template_SavedFromAnOldForm_IsStaleAndShowsBoth(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer, name: "Lestari Putri"));
        var form = await organizer.GetAsync(Page);
        await organizer.SubmitAsync(form, Form, ("Input.Texts[0].Title", "Theirs"));
        await organizer.SubmitAsync(form, Form, ("Input.Texts[0].Title", "Theirs"));

        var stale = await organizer.SubmitAsync(form, Form, ("Input.Texts[0].Title", "Mine"));
        var missing = await organizer.SubmitAsync(form, Form, ("Input.Version", null));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (stale.Status, missing.Status));
        Assert.Contains("Theirs", stale.Document.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine", stale.Document.QuerySelector("#Input_Texts_0__Title")!.GetAttribute("value"));
        await organizer.SubmitAsync(stale, Form);
        await organizer.SubmitAsync(await organizer.GetAsync(Page), "main form[action$='BuiltIn']");

        Assert.Equal(
            [(1, true), (2, true), (3, false)],
            await space.ReadAsync(async db => (await db.PaperTemplates.OrderBy(t => t.Number).ToListAsync()).Select(t => (t.Number, t.Document is not null))));
        var facts = await space.ReadAsync(db => db.AuditEvents.Where(e => e.Type.StartsWith("PaperTemplate")).OrderBy(e => e.At).Select(e => new { e.Type, e.Details }).ToListAsync());
        Assert.Equal([nameof(PaperTemplateChanged), nameof(PaperTemplateChanged), nameof(PaperTemplateLeft)], facts.Select(f => f.Type));
        Assert.Contains("en.Title", facts[1].Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_WithMistakes_NamesTheFieldsAndKeepsWhatWasTyped()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        var form = await organizer.GetAsync(Page);

        var refused = await organizer.SubmitAsync(form, Form, ("Input.Texts[0].Place", "Jakarta"), ("Input.Texts[0].Title", new string('x', 201)));
        var place = await organizer.SubmitAsync(form, Form, ("Input.Sections[0].Place", "first"));
        var locked = await organizer.SubmitAsync(form, Form, ("Input.Sections[1].Shown", "false"));

        Assert.All([refused, place, locked], page => Assert.Equal(HttpStatusCode.BadRequest, page.Status));
        Assert.Equal("Jakarta", refused.Document.QuerySelector("#Input_Texts_0__Place")!.GetAttribute("value"));
        Assert.Equal("true", refused.Document.QuerySelector("#Input_Texts_0__Signer")!.GetAttribute("aria-invalid"));
        Assert.Equal("true", refused.Document.QuerySelector("#Input_Texts_0__Title")!.GetAttribute("aria-invalid"));
        Assert.Equal("first", place.Document.QuerySelector("#Input_Sections_0__Place")!.GetAttribute("value"));
        Assert.Contains("This section is always printed.", locked.Text, StringComparison.Ordinal);
        Assert.Equal(0, await space.ReadAsync(db => db.PaperTemplates.CountAsync()));
    }

    [Theory]
    [InlineData("agency-report")]
    [InlineData("national-report")]
    [InlineData("certificate")]
    [InlineData("records")]
    public async Task Preview_OfAnUnsavedForm_IsASampleWithoutANumber(string kind)
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        var form = await organizer.GetAsync($"/paper-templates/{kind}");
        foreach (var (language, mark) in new[] { ("en", "SAMPLE:"), ("id", "CONTOH:") })
        {
            using var request = organizer.FormRequest(form, Form, ("Input.Texts[0].Footer", "Our footer"), ("Input.Texts[1].Footer", "Our footer"), ("Input.Language", language));
            request.RequestUri = new Uri(organizer.Absolute($"/paper-templates/{kind}?handler=Preview"), UriKind.RelativeOrAbsolute);
            using var answer = await organizer.Client.SendAsync(request);
            var pdf = PdfFile.Read(await answer.Content.ReadAsByteArrayAsync());

            Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains(mark, pdf.Letters, StringComparison.Ordinal);
            Assert.Contains("Ourfooter", pdf.Letters, StringComparison.Ordinal);
            Assert.True(pdf.Tagged);
        }

        Assert.Equal((0, 0), await space.ReadAsync(async db => (await db.PaperTemplates.CountAsync(), await db.IssuedPapers.CountAsync())));
    }

    [Theory, Databases]
    public async Task Logo_IsKeptByTheNextVersionAndPrinted(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        var form = await organizer.GetAsync("/paper-templates/records");

        var damaged = await UploadAsync(organizer, form, TemplateRulesTests.Png(5, 5));
        var wordless = await UploadAsync(organizer, form, Emblem, ("Input.Texts[0].LogoAlt", ""));
        var saved = await UploadAsync(organizer, form, Emblem);
        await organizer.SubmitAsync(await organizer.GetAsync("/paper-templates/records"), Form, ("Input.Texts[0].Footer", "Later"));

        Assert.True(damaged.Text.Contains("can’t be printed", StringComparison.Ordinal), damaged.Text);
        Assert.Contains("Choose the picture again", wordless.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var hashes = await space.ReadAsync(db => db.PaperTemplates.OrderBy(t => t.Number).Select(t => t.LogoSha256).ToListAsync());
        Assert.Equal(2, hashes.Count);
        Assert.Single(hashes.Distinct());
        Assert.NotNull(hashes[0]);
    }

    /// <summary>One grey pixel, as a drawing program saves it.</summary>
    private static readonly byte[] Emblem = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOIAgAAXABb2LRWWgAAAABJRU5ErkJggg==");

    private static async Task<TestPage> UploadAsync(TestBrowser browser, TestPage page, byte[] logo, params (string, string?)[] changes)
    {
        (string, string?)[] words = [.. Enumerable.Range(0, 8).Select(at => ($"Input.Texts[{at}].LogoAlt", (string?)"Emblem")).Where(w => page.Document.QuerySelector($"[name='{w.Item1}']") is not null && changes.All(c => c.Item1 != w.Item1)), .. changes];
        using var request = browser.FormRequest(page, Form, words);
        using var content = new MultipartFormDataContent();
        foreach (var field in (await request.Content!.ReadAsStringAsync()).Split('&').Select(f => f.Split('=', 2))) content.Add(new StringContent(WebUtility.UrlDecode(field[1])), WebUtility.UrlDecode(field[0]));
        content.Add(new ByteArrayContent(logo), "Input.Logo", "emblem.png");
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, browser.Absolute("/paper-templates/records")) { Content = content });
    }

    private static async Task SaveAsync(TestBrowser browser, params (string, string?)[] fields)
    {
        var saved = await browser.SubmitAsync(await browser.GetAsync(Page), Form, fields);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.EndsWith("/paper-templates", saved.Path, StringComparison.Ordinal);
    }
}
