using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Improvement;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Improvement;

public sealed class PlanTests(TestApps apps)
{
    private const string Agency = "m2";
    private const string Plan = $"/rounds/2021/agencies/{Agency}/plan";
    private const string Form = "main form";

    [Theory, Databases]
    public async Task Action_OfTheAgencysOwn_IsAddedOnceAndChanged(DatabaseProvider provider)
    {
        var (space, coordinator) = await PlanningAsync(provider);
        using var _ = coordinator;
        var form = await coordinator.GetAsync($"{Plan}/new");
        (string, string?)[] typed = [("Input.Indicator", "I11"), ("Input.Text", "Write the architecture"), ("Input.Owner", "Bureau of planning"), ("Input.DueOn", Day(30))];

        var added = await coordinator.SubmitAsync(form, Form, typed);
        await coordinator.SubmitAsync(form, Form, typed);

        var action = await space.ReadAsync(db => db.ImprovementActions.AsNoTracking().SingleAsync());
        Assert.Equal(("I11", "Write the architecture", "Bureau of planning", ActionState.Planned), (action.Indicator, action.Text, action.Owner, action.State));
        Assert.Contains("0 of 1 done", added.Text, StringComparison.Ordinal);

        var edit = await coordinator.GetAsync($"{Plan}/{action.Id}");
        var changed = await coordinator.SubmitAsync(edit, Form, ("Input.State", "Done"), ("Input.Note", "Decree 4/2027"));
        Assert.Contains("1 of 1 done", changed.Text, StringComparison.Ordinal);
        Assert.Contains("Decree 4/2027", changed.Text, StringComparison.Ordinal);
        Assert.Equal([nameof(ActionAdded), nameof(ActionChanged)], await space.ReadAsync(db => db.AuditEvents.Where(e => e.Type.StartsWith("Action")).OrderBy(e => e.At).Select(e => e.Type).ToListAsync()));
    }

    [Theory, Databases]
    public async Task Action_ChangedBySomebodyElse_ShowsBothVersions(DatabaseProvider provider)
    {
        var (space, coordinator) = await PlanningAsync(provider);
        using var _ = coordinator;
        await coordinator.SubmitAsync(await coordinator.GetAsync($"{Plan}/new"), Form, ("Input.Indicator", "I11"), ("Input.Text", "Write"));
        var id = await space.ReadAsync(db => db.ImprovementActions.Select(a => a.Id).SingleAsync());
        var (mine, theirs) = (await coordinator.GetAsync($"{Plan}/{id}"), await coordinator.GetAsync($"{Plan}/{id}"));
        await coordinator.SubmitAsync(theirs, Form, ("Input.Owner", "Their unit"));

        var stale = await coordinator.SubmitAsync(mine, Form, ("Input.Owner", "My unit"));
        var missing = await coordinator.SubmitAsync(mine, Form, ("Input.Version", ""));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (stale.Status, missing.Status));
        Assert.Contains("Their unit", stale.Text, StringComparison.Ordinal);
        Assert.Equal("My unit", stale.Value("Input.Owner"));
        var again = await coordinator.SubmitAsync(stale, Form);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("My unit", await space.ReadAsync(db => db.ImprovementActions.Select(a => a.Owner).SingleAsync()));
    }

    [Theory, Databases]
    public async Task Action_WithFaults_NamesEachFieldAndKeepsWhatWasTyped(DatabaseProvider provider)
    {
        var (space, coordinator) = await PlanningAsync(provider);
        using var _ = coordinator;
        var form = await coordinator.GetAsync($"{Plan}/new");

        var page = await coordinator.SubmitAsync(form, Form, ("Input.Indicator", "I99"), ("Input.Owner", new string('x', 201)), ("Input.DueOn", Day(-2)), ("Input.Note", "kept"));
        var noDay = await coordinator.SubmitAsync(form, Form, ("Input.Indicator", "I11"), ("Input.Text", "t"), ("Input.DueOn", "tomorrow"), ("Input.State", "Maybe"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (page.Status, noDay.Status));
        Assert.Equal(["#Input_Indicator", "#Input_Text", "#Input_Owner", "#Input_DueOn"], page.Document.QuerySelectorAll("#error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["#Input_DueOn", "#Input_State"], noDay.Document.QuerySelectorAll("#error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Contains("kept", page.Document.GetElementById("Input_Note")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await space.ReadAsync(db => db.ImprovementActions.ToListAsync()));
    }

    [Theory, Databases]
    public async Task Plan_InTheNextRound_CarriesWhatIsOpenAndSaysWhatIsMet(DatabaseProvider provider)
    {
        var (space, coordinator) = await PlanningAsync(provider);
        using var _ = coordinator;
        var outlook = await coordinator.GetAsync($"/rounds/2021/agencies/{Agency}/result/outlook");
        await coordinator.SubmitAsync(outlook, "form[action$='outlook']", ("Input.Criteria", "I11.3.a"));
        await space.PublishRoundAsync("2022", [new(Agency, "ministry", 3)]);

        var plan = await coordinator.GetAsync($"/rounds/2022/agencies/{Agency}/plan");

        Assert.Contains("carried over", plan.Text, StringComparison.Ordinal);
        Assert.Contains("Found met in round 2022", plan.Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Plan_OfAnotherAgency_IsNeitherSeenNorChanged(DatabaseProvider provider)
    {
        var (space, coordinator) = await PlanningAsync(provider);
        using var _ = coordinator;
        await coordinator.SubmitAsync(await coordinator.GetAsync($"{Plan}/new"), Form, ("Input.Indicator", "I11"), ("Input.Text", "Ours"));
        var id = await space.ReadAsync(db => db.ImprovementActions.Select(a => a.Id).SingleAsync());
        using var neighbour = await space.AsAsync(await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync("m3")));

        Assert.Equal(HttpStatusCode.Forbidden, (await neighbour.GetAsync(Plan)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/rounds/2021/agencies/m3/plan/{id}")).Status);
    }

    private async Task<(TestSpace, TestBrowser)> PlanningAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.PublishRoundAsync("2021", [new(Agency, "ministry", 2), new("m3", "ministry", 3)]);
        return (space, await space.AsAsync(await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync(Agency))));
    }

    private static string Day(int fromToday) => TimeProvider.System.GetUtcNow().AddDays(fromToday).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
