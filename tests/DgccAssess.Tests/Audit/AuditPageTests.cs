using System.Net;
using System.Text.Json;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Audit;

public sealed class AuditPageTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Page_AWholeDiagnosis_IsToldInSentencesOfEveryLanguage(DatabaseProvider provider)
    {
        var diagnosis = await (await apps.On(provider).CreateSpaceAsync()).OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        await diagnosis.PublishAllAsync(diagnosis.AllAt(3));
        using var browser = await AuditorAsync(diagnosis.Space);

        Assert.Contains("Verdict on I1 changed from none to", await SentencesAsync(browser, "en", "?type=VerdictSaved"), StringComparison.Ordinal);
        Assert.Contains("Penilaian atas I1 diubah dari tidak ada menjadi", await SentencesAsync(browser, "id", "?type=VerdictSaved"), StringComparison.Ordinal);
        Assert.Contains("Result published; open to the public:", await SentencesAsync(browser, "en", "?type=ResultPublished"), StringComparison.Ordinal);
        Assert.Contains("Résultat publié", await SentencesAsync(browser, "fr", "?type=ResultPublished"), StringComparison.Ordinal);
        Assert.Contains("نشرت النتيجة", await SentencesAsync(browser, "ar", "?type=ResultPublished"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Page_FilteredByPersonSubjectAndKind_ShowsThoseAlone(DatabaseProvider provider)
    {
        var diagnosis = await (await apps.On(provider).CreateSpaceAsync()).OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        await diagnosis.PublishAllAsync(diagnosis.AllAt(3));
        using var browser = await AuditorAsync(diagnosis.Space);

        var mine = Rows(await browser.GetAsync("/audit?person=LESTARI"));
        Assert.NotEmpty(mine);
        Assert.All(mine, row => Assert.Equal("Lestari Putri", row.Who));
        Assert.Empty(Rows(await browser.GetAsync("/audit?person=nobody%20of%20that%20name")));
        Assert.All(Rows(await browser.GetAsync("/audit?subject=rounds/2021/agencies")), row => Assert.StartsWith("rounds/2021/agencies", row.Subject, StringComparison.Ordinal));
        Assert.Empty(Rows(await browser.GetAsync("/audit?subject=ROUNDS/2021")));
    }

    [Theory, Databases]
    public async Task Page_FilteredByDays_CountsThemInTheSpacesZone(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        // 23:30 of 1 March and 00:30 of 2 March in Jakarta, which is seven hours ahead.
        await RecordAtAsync(space, new DateTime(2021, 3, 1, 16, 30, 0, DateTimeKind.Utc), "evening");
        await RecordAtAsync(space, new DateTime(2021, 3, 1, 17, 30, 0, DateTimeKind.Utc), "after-midnight");
        using var browser = await AuditorAsync(space);

        Assert.Equal(["things/evening"], Rows(await browser.GetAsync("/audit?from=2021-03-01&to=2021-03-01")).Select(r => r.Subject));
        Assert.Equal(["things/after-midnight"], Rows(await browser.GetAsync("/audit?from=2021-03-02&to=2021-03-02")).Select(r => r.Subject));
        Assert.Equal(["things/after-midnight", "things/evening"], Rows(await browser.GetAsync("/audit?to=2021-03-31")).Select(r => r.Subject));
    }

    [Theory, Databases]
    public async Task Paging_WhileEventsAreWritten_ShowsEveryOneOnce(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        // At one instant: the order within it must hold from page to page.
        await RecordAtAsync(space, new DateTime(2021, 3, 1, 0, 0, 0, DateTimeKind.Utc), [.. Enumerable.Range(0, 120).Select(n => $"old-{n}")]);
        using var browser = await AuditorAsync(space);

        var page = await browser.GetAsync("/audit?subject=things/old");
        var seen = new List<string>(Rows(page).Select(r => r.Subject));
        while (page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href") is { } next)
        {
            await space.RecordAsync("old-but-new");
            page = await browser.GetAsync(next);
            seen.AddRange(Rows(page).Select(r => r.Subject));
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
        Assert.DoesNotContain("things/old-but-new", seen);
    }

    [Theory]
    [InlineData("from=yesterday", "From: enter a date such as 2026-11-24.")]
    [InlineData("from=2026-02-02&to=2026-02-01", "The last day lies before the first one. Swap them or choose others.")]
    [InlineData("type=Nonsense", "Choose a kind of event from the list.")]
    public async Task Page_AFaultyFilter_NamesTheField(string query, string message)
    {
        using var browser = await AuditorAsync(await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync());
        var page = await browser.GetAsync("/audit?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(message, page.Document.QuerySelector("#error-summary a")!.TextContent);
        Assert.NotNull(page.Document.QuerySelector(page.Document.QuerySelector("#error-summary a")!.GetAttribute("href")!));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/audit?after=x_y")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/audit?person=" + new string('a', 201))).Status);
    }

    [Theory, Databases]
    public async Task Export_AsCsv_DefusesFormulasKeepsMasksAndIsItselfRecorded(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.RunAsync(async services =>
        {
            services.GetRequiredService<AuditTrail>().Record(new SomethingDone("x", "secret@example.org"));
            await services.GetRequiredService<SpaceDbContext>().SaveChangesAsync();
        }, Actor.Program("=HYPERLINK(\"http://evil.example\")"));
        using var browser = await AuditorAsync(space);

        var answer = await DownloadAsync(browser, "csv", "/audit?subject=things/x");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Trim().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Contains("'=HYPERLINK", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("secret@example.org", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"\"somebody\"\":\"\"***\"\"", lines[1], StringComparison.Ordinal);
        Assert.Equal("Audit trail downloaded as csv", Assert.Single(Rows(await browser.GetAsync("/audit?type=AuditExported"))).What);
    }

    [Theory, Databases]
    public async Task Export_AsJsonLines_HoldsEveryEventOfTheFilter(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.RecordAsync([.. Enumerable.Range(0, 130).Select(n => $"{n}")]);
        using var browser = await AuditorAsync(space);

        var text = await (await DownloadAsync(browser, "jsonLines", "/audit?subject=things/")).Content.ReadAsStringAsync();

        var events = text.Trim().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(130, events.Count);
        Assert.All(events, e => Assert.Equal("SomethingDone", e.GetProperty("type").GetString()));
    }

    [Theory, Databases]
    public async Task Page_AfterSealing_ShowsTheHeadToNoteDown(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();
        using var browser = await AuditorAsync(space);

        Assert.Equal((await space.VerifyAuditAsync()).Head, (await browser.GetAsync("/audit")).Document.QuerySelector("code.hash")!.TextContent);
    }

    [Theory]
    [InlineData(Roles.Organizer)]
    [InlineData(Roles.Coordinator)]
    [InlineData(Roles.Assessor)]
    public async Task Page_WithoutThePermission_IsForbidden(string role)
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        using var browser = await space.AsAsync(await space.CreatePersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/audit")).Status);
    }

    private static async Task<TestBrowser> AuditorAsync(TestSpace space) => await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator, name: "Auditor"));

    private static async Task<HttpResponseMessage> DownloadAsync(TestBrowser browser, string format, string page) =>
        await browser.Client.SendAsync(browser.FormRequest(await browser.GetAsync(page), "form[action$='/audit/export']", ("format", format)));

    private static async Task<string> SentencesAsync(TestBrowser browser, string language, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, browser.Absolute("/audit" + query));
        request.Headers.AcceptLanguage.ParseAdd(language);
        return string.Join('\n', Rows(await browser.SendOnceAsync(request)).Select(r => r.What));
    }

    private static List<(string Who, string What, string Subject)> Rows(TestPage page) =>
    [
        .. page.Document.QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("td")).Select(c => (
            c[1].TextContent.Trim(), c[2].QuerySelector("span")!.TextContent.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal), c[3].TextContent.Trim())),
    ];

    private static Task RecordAtAsync(TestSpace space, DateTime at, params string[] things) => space.RunAsync(async services =>
    {
        var trail = new AuditTrail(services.GetRequiredService<SpaceDbContext>(), services.GetRequiredService<ActorContext>(), new StoppedClock(at));
        foreach (var thing in things) trail.Record(new SomethingDone(thing));
        await services.GetRequiredService<SpaceDbContext>().SaveChangesAsync();
    });

    private sealed class StoppedClock(DateTime at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at, TimeSpan.Zero);
    }
}
