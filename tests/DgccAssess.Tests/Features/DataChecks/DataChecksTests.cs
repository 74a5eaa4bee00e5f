using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.DataChecks;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.DataChecks;

public sealed class DataChecksTests(TestApps apps)
{
    private const string Form = "main form[method=post]";

    [Theory, Databases]
    public async Task Row_IsAddedOnceChangedAndKeepsItsHistory(DatabaseProvider provider)
    {
        var space = await UzbekistanAsync(provider);
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        var form = await organizer.GetAsync("/data-checks/new");
        (string, string?)[] typed =
        [
            ("Input.Edition", "2022"), ("Input.SubIndicator", "internet-users"), ("Input.HeldBy", "Itu"), ("Input.HeldValue", "40"), ("Input.HeldYear", "2020"), ("Input.NationalValue", "80,5"),
            ("Input.Source", "Yearbook"), ("Input.Least", "0"), ("Input.Most", "100"), ("Input.FocalPoint", "Nodira Karimova"),
        ];

        var added = await organizer.SubmitAsync(form, Form, typed);
        await organizer.SubmitAsync(form, Form, typed);

        var check = await space.ReadAsync(db => db.DataChecks.AsNoTracking().SingleAsync());
        Assert.Equal((40m, 80.5m, DataCheckStatus.Found), (check.HeldValue, check.NationalValue, check.Status));
        Assert.Contains("Internet users", added.Text, StringComparison.Ordinal);

        var changed = await organizer.SubmitAsync(await organizer.GetAsync($"/data-checks/{check.Id}"), Form, ("Input.Status", "LetterSent"), ("Input.LetterOn", "2026-03-02"), ("Input.LetterNumber", "01-11/7"));
        Assert.Contains("Letter sent 01-11/7 2 March 2026", changed.Text, StringComparison.Ordinal);
        var page = await organizer.SubmitAsync(await organizer.GetAsync($"/data-checks/{check.Id}"), Form, ("Input.Note", "Answer awaited"));
        Assert.Equal(HttpStatusCode.OK, page.Status);

        Assert.Equal([DataCheckStatus.Found, DataCheckStatus.LetterSent], await space.ReadAsync(db => db.DataCheckSteps.OrderBy(s => s.At).Select(s => s.Status).ToListAsync()));
        Assert.Equal(2, (await organizer.GetAsync($"/data-checks/{check.Id}")).Document.QuerySelectorAll("#history li").Length);
        Assert.Equal([nameof(DataCheckAdded), nameof(DataCheckChanged), nameof(DataCheckChanged)], await space.ReadAsync(db => db.AuditEvents.Where(e => e.Type.StartsWith("DataCheck")).OrderBy(e => e.At).Select(e => e.Type).ToListAsync()));
    }

    // 40 of 0 to 100 becomes 80: 0.4 of a quarter of TII is 0.1, a third of it 0.0333 of EGDI: 0.72645 + 0.03333 = 0.75978, rank 58.
    [Theory, Databases]
    public async Task Effect_IsThatOfTheWhatIf_AndMissingIsNotZero(DatabaseProvider provider)
    {
        var space = await UzbekistanAsync(provider);
        var some = TestSpace.SomeDataCheck;
        var id = await space.AddDataCheckAsync();
        await space.AddDataCheckAsync(some with { SubIndicator = "fixed-broadband", Least = null, Most = null });
        await space.AddDataCheckAsync(some with { SubIndicator = "technology" });
        await space.AddDataCheckAsync(some with { SubIndicator = "adult-literacy", NationalValue = null });
        using var reader = await space.AsAsync(await space.CreatePersonAsync(Roles.Auditor));

        var list = await reader.GetAsync("/data-checks");
        var one = await reader.GetAsync($"/data-checks/{id}");
        var csv = await reader.Client.GetStringAsync(reader.Absolute("/data-checks/list.csv"));

        Assert.Contains("TII would change by +0.1000, EGDI from 0.7265 to 0.7598, the rank from 69 to 58", one.Text, StringComparison.Ordinal);
        Assert.Contains("EGDI 0.7265 would be 0.7598, rank 69 would be 58", list.Document.GetElementById("together")!.TextContent, StringComparison.Ordinal);
        foreach (var missing in new[] { "lowest and highest value are missing", "the weight is missing", "the national value is missing" }) Assert.Contains(missing, list.Text, StringComparison.Ordinal);
        Assert.Contains("2022,tii,internet-users,itu,40", csv, StringComparison.Ordinal);
        Assert.Contains(",0.1,0.0333,11,", csv, StringComparison.Ordinal);
        Assert.Null(one.Document.QuerySelector("main form[method=post]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/data-checks/new")).Status);
    }

    [Theory, Databases]
    public async Task Row_ChangedBySomebodyElse_ShowsBothVersions(DatabaseProvider provider)
    {
        var space = await UzbekistanAsync(provider);
        var id = await space.AddDataCheckAsync();
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        var (mine, theirs) = (await organizer.GetAsync($"/data-checks/{id}"), await organizer.GetAsync($"/data-checks/{id}"));
        await organizer.SubmitAsync(theirs, Form, ("Input.FocalPoint", "Their person"));

        var stale = await organizer.SubmitAsync(mine, Form, ("Input.FocalPoint", "My person"));
        var missing = await organizer.SubmitAsync(mine, Form, ("Input.Version", ""));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (stale.Status, missing.Status));
        Assert.Contains("Their person", stale.Text, StringComparison.Ordinal);
        Assert.Equal("My person", stale.Value("Input.FocalPoint"));
        Assert.Equal(HttpStatusCode.OK, (await organizer.SubmitAsync(stale, Form)).Status);
        Assert.Equal("My person", await space.ReadAsync(db => db.DataChecks.Select(c => c.FocalPoint).SingleAsync()));
    }

    [Fact]
    public async Task Row_WithFaults_NamesEachFieldAndKeepsWhatWasTyped()
    {
        var space = await UzbekistanAsync(DatabaseProvider.Sqlite);
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        var form = await organizer.GetAsync("/data-checks/new");
        (string, string?)[] good = [("Input.SubIndicator", "internet-users"), ("Input.HeldValue", "40"), ("Input.HeldYear", "2020")];

        var typing = await organizer.SubmitAsync(form, Form, ("Input.HeldValue", "many"), ("Input.HeldYear", ""), ("Input.Status", "Perhaps"), ("Input.LetterOn", "soon"), ("Input.Note", "kept"));
        var rules = await organizer.SubmitAsync(form, Form, [.. good[1..], ("Input.Edition", "2018"), ("Input.SubIndicator", "e-government-literacy"), ("Input.Least", "5"), ("Input.Most", "5"), ("Input.WeightPercent", "101"), ("Input.Status", "Refused")]);
        var half = await organizer.SubmitAsync(form, Form, [.. good, ("Input.Least", "5"), ("Input.Most", "")]);

        Assert.Equal(["#Input_HeldValue", "#Input_HeldYear", "#Input_LetterOn", "#Input_Status"], Fields(typing).Order(StringComparer.Ordinal));
        Assert.Contains("kept", typing.Document.GetElementById("Input_Note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["#Input_SubIndicator", "#Input_Most", "#Input_WeightPercent", "#Input_LetterOn"], Fields(rules));
        Assert.Equal(["#Input_Most"], Fields(half));
        Assert.Equal(0, await space.ReadAsync(db => db.DataChecks.CountAsync()));
    }

    [Fact]
    public async Task List_OfASpaceWithoutACountry_ShowsRowsAndNoEffect()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync(id => Settings(id, null));
        await space.AddDataCheckAsync();
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));

        var page = await organizer.GetAsync("/data-checks");
        var refused = await organizer.GetAsync("/data-checks?status=Refused");

        Assert.Contains("no country of the survey", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.GetElementById("together"));
        Assert.Contains("No figure matches", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await organizer.GetAsync("/data-checks?component=4")).Status);
    }

    private static IEnumerable<string?> Fields(TestPage page) => page.Document.QuerySelectorAll("#error-summary a").Select(a => a.GetAttribute("href"));

    private Task<TestSpace> UzbekistanAsync(DatabaseProvider provider) => apps.On(provider).CreateSpaceAsync(id => Settings(id, "UZ"));

    private static SpaceSettings Settings(string id, string? country) => new() { Names = LocalizedText.Of(("en", id)), Languages = ["en"], TimeZone = "Asia/Tashkent", Country = country, MfaRoles = [] };
}
