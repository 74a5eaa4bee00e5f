using System.Net;
using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Cooperation;

public sealed class CooperationPagesTests(TestApps apps)
{
    private const string Form = "main form[method=post]";

    [Theory, Databases]
    public async Task Output_IsAddedOnceAndChanged_AndTheTrailSaysSo(DatabaseProvider provider)
    {
        var (hub, staff, code) = await StaffAsync(provider);
        using var _ = staff;
        var form = await staff.GetAsync($"/cooperation/projects/{code}/output");
        (string, string?)[] typed =
        [
            ("Input.Kind", "Guideline"), ("Input.Titles[0].Text", "Handbook of diagnosis"), ("Input.Titles[1].Text", "진단 안내서"), ("Input.On", "2023-07"), ("Input.Level", "NotBinding"), ("Input.Url", "https://example.org/handbook"),
        ];

        var added = await staff.SubmitAsync(form, Form, typed);
        await staff.SubmitAsync(form, Form, typed);

        var output = await hub.ReadHubAsync(db => db.ProjectOutputs.AsNoTracking().SingleAsync(o => db.CooperationProjects.Any(p => p.Id == o.ProjectId && p.Code == code)));
        Assert.Equal(("Handbook of diagnosis", "진단 안내서", "2023-07"), (output.Titles.In("en"), output.Titles.In("ko"), output.On.ToString()));
        Assert.Equal("https://example.org/handbook", added.Document.QuerySelector("#outputs a")!.GetAttribute("href"));
        Assert.Contains("July 2023", added.Text, StringComparison.Ordinal);

        var edit = await staff.GetAsync($"/cooperation/projects/{code}/output/{output.Id}");
        var changed = await staff.SubmitAsync(edit, Form, ("Input.Kind", "Law"), ("Input.Level", "GovernmentRegulation"));
        Assert.Contains("Regulation of the government", changed.Text, StringComparison.Ordinal);
        Assert.Equal(["OutputAdded", "OutputChanged"], await hub.ReadHubAsync(db => db.AuditEvents.Where(e => e.Subject == $"cooperation/projects/{code}").OrderBy(e => e.At).Select(e => e.Type).ToListAsync()));
    }

    [Theory, Databases]
    public async Task Project_ChangedBySomebodyElse_ShowsBothVersions(DatabaseProvider provider)
    {
        var (hub, staff, code) = await StaffAsync(provider);
        using var _ = staff;
        var address = $"/cooperation/projects/{code}/change";
        var (mine, theirs) = (await staff.GetAsync(address), await staff.GetAsync(address));
        await staff.SubmitAsync(theirs, Form, ("Input.PartnerOwner", "Their ministry"));

        var stale = await staff.SubmitAsync(mine, Form, ("Input.PartnerOwner", "My ministry"));
        var missing = await staff.SubmitAsync(mine, Form, ("Input.Version", ""));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (stale.Status, missing.Status));
        Assert.Contains("Their ministry", stale.Document.QuerySelector(".notice-warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("My ministry", stale.Value("Input.PartnerOwner"));
        Assert.Equal(HttpStatusCode.OK, (await staff.SubmitAsync(stale, Form)).Status);
        Assert.Equal("My ministry", await hub.ReadHubAsync(db => db.CooperationProjects.Where(p => p.Code == code).Select(p => p.PartnerOwner).SingleAsync()));
    }

    [Theory, Databases]
    public async Task Center_IsAddedOnceAndCorrected_AndTheTrailSaysSo(DatabaseProvider provider)
    {
        var (hub, staff, code) = await StaffAsync(provider);
        using var _ = staff;
        code += "-vn";
        var form = await staff.GetAsync("/cooperation/new-center");
        var faults = await staff.SubmitAsync(form, Form, ("Input.Code", "Hà Nội"), ("Input.Country", "XXX"), ("Input.Languages", "ko, vi"), ("Input.City[0].Text", "Hanoi"));
        faults = await staff.SubmitAsync(faults, Form, ("Input.Periods", "2027-"));
        var years = await staff.SubmitAsync(form, Form, ("Input.Periods", "since 2027"), ("Input.Host", "Ministry of Science and Technology"));
        (string, string?)[] typed =
        [
            ("Input.Code", code), ("Input.Country", "VNM"), ("Input.Languages", "en, ko, vi"), ("Input.Names[0].Text", "Center in Hanoi"), ("Input.City[0].Text", "Hanoi"), ("Input.Periods", "2027-"), ("Input.Source", "An agreement."),
        ];
        var added = await staff.SubmitAsync(form, Form, typed);
        await staff.SubmitAsync(form, Form, typed);

        Assert.Equal(["#Input_Periods"], Faults(years));
        Assert.Equal("Ministry of Science and Technology", years.Value("Input.Host"));
        Assert.Equal(["#Input_Code", "#Input_Country", "#Input_Languages", "#Input_Names"], Faults(faults));
        // A language that was typed has its fields, and what was typed before is still there.
        Assert.Equal(("vi", "Hanoi"), (faults.Value("Input.Names[2].Language"), faults.Value("Input.City[0].Text")));
        Assert.Equal(($"/hub/cooperation/centers/{code}", "Center in Hanoi"), (added.Path, added.Heading));
        Assert.Contains("2027–", added.Text, StringComparison.Ordinal);

        var edit = $"/cooperation/centers/{code}/change";
        var (mine, theirs) = (await staff.GetAsync(edit), await staff.GetAsync(edit));
        await staff.SubmitAsync(theirs, Form, ("Input.Names[2].Text", "Trung tâm Hà Nội"), ("Input.Periods", "2027-2030"));
        var stale = await staff.SubmitAsync(mine, Form, ("Input.Host", "My ministry"));
        var missing = await staff.SubmitAsync(mine, Form, ("Input.Version", ""));
        var saved = await staff.SubmitAsync(stale, Form, ("Input.Names[2].Text", "Trung tâm Hà Nội"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (stale.Status, missing.Status));
        Assert.Contains("Trung tâm Hà Nội", stale.Document.QuerySelector(".notice-warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("My ministry", stale.Value("Input.Host"));
        Assert.Contains("My ministry", saved.Text, StringComparison.Ordinal);
        // The only center of a country with planned rounds: they would be on no page any more.
        await staff.SubmitAsync(await staff.GetAsync("/cooperation/pipeline/round?country=VNM"), Form, ("Input.Code", $"r-{code}"), ("Input.Opening.Planned", "2027-01-01"));
        Assert.Equal(["#Input_Country"], Faults(await staff.SubmitAsync(await staff.GetAsync(edit), Form, ("Input.Country", "LAO"))));
        Assert.Equal(["CooperationCenterAdded", "CooperationCenterChanged", "CooperationCenterChanged"], await hub.ReadHubAsync(db => db.AuditEvents.Where(e => e.Subject == $"cooperation/centers/{code}").OrderBy(e => e.At).Select(e => e.Type).ToListAsync()));
    }

    [Theory, Databases]
    public async Task Forms_WithFaults_NameEachFieldAndKeepWhatWasTyped(DatabaseProvider provider)
    {
        var (hub, staff, code) = await StaffAsync(provider);
        using var _ = staff;

        var output = await staff.SubmitAsync(await staff.GetAsync($"/cooperation/projects/{code}/output"), Form, ("Input.Kind", "Guideline"), ("Input.Url", "http://example.org"), ("Input.Note", "kept"));
        var unread = await staff.SubmitAsync(await staff.GetAsync($"/cooperation/projects/{code}/output"), Form, ("Input.Kind", "Poem"), ("Input.On", "July"), ("Input.Note", "kept"));
        var budget = await staff.SubmitAsync(await staff.GetAsync($"/cooperation/projects/{code}/budget"), Form, ("Input.Years", "2024-"), ("Input.Amount", "0.5"), ("Input.Currency", "WON"));
        var indicator = await staff.SubmitAsync(await staff.GetAsync($"/cooperation/projects/{code}/indicator"), Form, ("Input.Kind", "EgdiRank"), ("Input.BaselineYear", "2021"), ("Input.Baseline", "87"));
        var project = await staff.SubmitAsync(await staff.GetAsync($"/cooperation/centers/{code}/new-project"), Form, ("Input.Code", code), ("Input.Kind", "Advice"), ("Input.Status", "Running"), ("Input.Starts", "2024"), ("Input.Ends", "2023"));

        Assert.Equal(["#Input_Titles", "#Input_Url"], Faults(output));
        Assert.Equal(["#Input_Kind", "#Input_On"], Faults(unread));
        Assert.Equal(["#Input_Years", "#Input_Amount", "#Input_Currency"], Faults(budget));
        Assert.Equal(["#Input_BaselineYear", "#Input_Baseline"], Faults(indicator));
        Assert.Equal(["#Input_Code", "#Input_Names", "#Input_Ends"], Faults(project));
        Assert.All([output, unread], page => Assert.Equal("kept", page.Document.GetElementById("Input_Note")!.TextContent));
        Assert.All([output, unread, budget, indicator, project], page => Assert.All(Faults(page), id => Assert.NotNull(page.Document.QuerySelector(id!))));
        Assert.Empty(await hub.ReadHubAsync(db => db.ProjectOutputs.Where(o => db.CooperationProjects.Any(p => p.Id == o.ProjectId && p.Code == code)).ToListAsync()));
    }

    [Theory, Databases]
    public async Task Budget_OfAnotherCurrency_IsNeverAddedToTheFirst(DatabaseProvider provider)
    {
        var (_, staff, code) = await StaffAsync(provider);
        using var _1 = staff;
        await staff.SubmitAsync(await staff.GetAsync($"/cooperation/projects/{code}/budget"), Form, ("Input.Years", "2024"), ("Input.Amount", "250 000"), ("Input.Currency", "USD"));

        var page = await staff.GetAsync($"/cooperation/centers/{code}");

        Assert.Equal(["1.931.000.000", "1.931.000.000", "250.000", "250.000"], page.Document.QuerySelectorAll("#budget td:last-child").Select(c => Digits(c.TextContent)));
        Assert.Equal(2, page.Document.QuerySelectorAll("#budget tr.total").Length);
    }

    [Theory, Databases]
    public async Task Portfolio_IsFilteredAndComesAsAFile(DatabaseProvider provider)
    {
        var (_, staff, code) = await StaffAsync(provider);
        using var _1 = staff;

        var shown = await staff.GetAsync("/cooperation?country=UZB&kind=Center&status=Finished");
        var hidden = await staff.GetAsync("/cooperation?country=UZB&kind=Training");
        var csv = await staff.GetAsync("/cooperation/register.csv?country=UZB&kind=Center&status=Finished");
        var workbook = await staff.GetAsync("/cooperation/register.xlsx?country=UZB");

        Assert.Contains($"Operation {code}", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"Operation {code}", hidden.Text, StringComparison.Ordinal);
        Assert.StartsWith("center,country,project,name,kind,status", csv.Body, StringComparison.Ordinal);
        Assert.Contains($"{code},UZB,{code},Operation {code},center,finished,2020,2023", csv.Body, StringComparison.Ordinal);
        Assert.Contains("2020-2023,1931000000,KRW", csv.Body, StringComparison.Ordinal);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/cooperation/register.pdf")).Status);
    }

    [Theory, Databases]
    public async Task Removal_AsksAndTakesWhatBelongsToIt(DatabaseProvider provider)
    {
        var (hub, staff, code) = await StaffAsync(provider);
        using var _ = staff;
        var line = await hub.ReadHubAsync(db => db.ProjectBudgets.Where(b => db.CooperationProjects.Any(p => p.Id == b.ProjectId && p.Code == code)).Select(b => b.Id).SingleAsync());
        var page = await staff.GetAsync($"/cooperation/projects/{code}/budget/{line}/remove");

        Assert.Equal(HttpStatusCode.BadRequest, (await staff.SubmitAsync(page, Form, ("Input.Version", ""))).Status);
        Assert.DoesNotContain("1,931", (await staff.SubmitAsync(page, Form)).Text, StringComparison.Ordinal);
        var ask = await staff.GetAsync($"/cooperation/projects/{code}/remove");
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.SubmitAsync(ask, Form, ("Input.TypedCode", "another"))).Status);
        await staff.SubmitAsync(ask, Form, ("Input.TypedCode", code));

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/cooperation/projects/{code}")).Status);
        Assert.Contains("CooperationProjectRemoved", await hub.ReadHubAsync(db => db.AuditEvents.Where(e => e.Subject == $"cooperation/projects/{code}").Select(e => e.Type).ToListAsync()));
    }

    [Theory, Databases]
    public async Task Part_UnderTheAddressOfAnotherProject_IsNotFound(DatabaseProvider provider)
    {
        var (hub, staff, code) = await StaffAsync(provider);
        using var _ = staff;
        var other = await hub.CreateCenterAsync();
        var line = await hub.ReadHubAsync(db => db.ProjectBudgets.Where(b => db.CooperationProjects.Any(p => p.Id == b.ProjectId && p.Code == other)).Select(b => b.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync($"/cooperation/projects/{other}/budget/{line}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/cooperation/projects/{code}/budget/{line}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/cooperation/projects/{code}/poem/{line}/remove")).Status);
    }

    [Theory, Databases]
    public async Task Pipeline_SaysWhoIsLate(DatabaseProvider provider)
    {
        var (hub, staff, code) = await StaffAsync(provider);
        using var _ = staff;
        var round = $"r-{code}";
        var form = await staff.GetAsync("/cooperation/pipeline/round?country=UZB");
        var faults = await staff.SubmitAsync(form, Form, ("Input.Code", round), ("Input.Review.Planned", "2024-01-01"), ("Input.Publication.Planned", "2023-01-01"), ("Input.Opening.Actual", "2099-01-01"));

        var planned = await staff.SubmitAsync(form, Form, ("Input.Code", round), ("Input.Opening.Planned", "2026-01-01"), ("Input.Opening.Actual", "2026-01-04"), ("Input.SelfAssessment.Planned", "2026-02-01"));
        await staff.SubmitAsync(form, Form, ("Input.Code", round), ("Input.Opening.Planned", "2026-01-01"));

        Assert.Equal(["#Input_Opening_Actual", "#Input_Publication_Planned"], Faults(faults));
        var row = planned.Document.QuerySelectorAll("#rounds tbody tr").Single(r => r.TextContent.Contains(round, StringComparison.Ordinal)).TextContent;
        Assert.Contains("Late", row, StringComparison.Ordinal);
        Assert.Contains("Days late: 3", row, StringComparison.Ordinal);
        Assert.Contains(planned.Document.QuerySelectorAll("#deadlines tbody tr"), r => r.TextContent.Contains($"Self-assessment, round {round}", StringComparison.Ordinal));
        var plan = await hub.ReadHubAsync(db => db.RoundPlans.AsNoTracking().SingleAsync(p => p.Code == round));
        await staff.SubmitAsync(await staff.GetAsync($"/cooperation/pipeline/round/{plan.Id}"), Form, ("Input.SelfAssessment.Actual", "2026-02-01"));
        var gone = await staff.SubmitAsync(await staff.GetAsync($"/cooperation/pipeline/round/{plan.Id}/remove"), Form);
        Assert.DoesNotContain(round, gone.Text, StringComparison.Ordinal);
        Assert.Equal(["RoundPlanAdded", "RoundPlanChanged", "RoundPlanRemoved"], await hub.ReadHubAsync(db => db.AuditEvents.Where(e => e.Subject == $"cooperation/pipeline/UZB/{round}").OrderBy(e => e.At).Select(e => e.Type).ToListAsync()));
    }

    [Theory, Databases]
    public async Task Project_ShowsTheRanksOfTheSamePeriod(DatabaseProvider provider)
    {
        var (_, staff, code) = await StaffAsync(provider);
        using var _1 = staff;

        var page = await staff.GetAsync($"/cooperation/projects/{code}");

        var rows = page.Document.QuerySelectorAll("#effort-table tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(3, rows.Count);
        Assert.StartsWith("2020–2022 87 → 69 +18", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("2022–2024 Method changed 69 → 63 +6", rows[1], StringComparison.Ordinal);
        Assert.EndsWith("The method changed: not comparable.", rows[2], StringComparison.Ordinal);
        Assert.Contains("in the same period", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("because", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Auditor_ReadsButWritesNothing(DatabaseProvider provider)
    {
        var (hub, staff, code) = await StaffAsync(provider);
        using var _ = staff;
        using var auditor = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Auditor));

        var page = await auditor.GetAsync($"/cooperation/projects/{code}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("main a[href$='/output']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync($"/cooperation/projects/{code}/output")).Status);
    }

    private static IEnumerable<string?> Faults(TestPage page)
    {
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        return page.Document.QuerySelectorAll("#error-summary a").Select(a => a.GetAttribute("href"));
    }

    // The hub of the tests writes figures as Indonesia does, or as English does: what counts is the digits.
    private static string Digits(string text) => new StringBuilder(text.Trim()).Replace(',', '.').ToString();

    private async Task<(TestSpace, TestBrowser, string)> StaffAsync(DatabaseProvider provider)
    {
        var hub = await apps.On(provider).HubAsync();
        return (hub, await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme)), await hub.CreateCenterAsync());
    }
}
