using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Improvement;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Improvement;

public sealed class OutlookTests(TestApps apps)
{
    private const string Round = "2022";
    private const string Page = $"/rounds/{Round}/agencies/m2/result/outlook";

    [Theory, Databases]
    public async Task Outlook_SaysTheGroupTheRoundsAndTheWay(DatabaseProvider provider)
    {
        var space = await NationAsync(provider);
        await space.PublishNationalAsync(Round);
        using var reader = await space.AsAsync(await space.CreatePersonAsync(Roles.Reader, await space.AgencyIdAsync("m2")));

        var page = await reader.GetAsync(Page);

        // Levels 1, 2, 3, 4 and 5: the quartiles are 2, 3 and 4.
        Assert.Contains("Place 4 of 5", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Index", "2.00", "2.00", "3.00", "4.00"], Cells(page, "#group tr.total"));
        Assert.Equal(["2022", "2.00", "Fair", "+1.00"], Cells(page, "#past tbody tr"));
        Assert.Contains("0.60 is missing to 2.60", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll(".steps li"));
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.DoesNotContain("Agency m5", page.Body, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Outlook_BeforeTheEmbargoEnds_ShowsNothingOfTheGroup(DatabaseProvider provider)
    {
        var space = await NationAsync(provider);
        await space.PublishNationalAsync(Round, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1));
        using var reader = await space.AsAsync(await space.CreatePersonAsync(Roles.Reader, await space.AgencyIdAsync("m2")));

        var page = await reader.GetAsync(Page);

        Assert.Contains("Nothing to compare with yet", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.GetElementById("group"));
    }

    /// <summary>A number that was replaced under its embargo never comes out, whenever its own embargo would have ended.</summary>
    [Theory, Databases]
    public async Task Outlook_WhereTheEmbargoWasMoved_WaitsForTheNewOne(DatabaseProvider provider)
    {
        var clock = new MovedClock();
        await using var app = new TestApp(provider, services: services => services.AddSingleton<TimeProvider>(clock), databases: apps.On(provider).Databases);
        var space = new TestSpace(app, (await NationAsync(provider)).Space);
        var (ends, moved) = (clock.Now.AddMinutes(5), clock.Now.AddMinutes(10));
        await space.PublishNationalAsync(Round, ends.UtcDateTime);
        await space.PublishNationalAsync(Round, moved.UtcDateTime, "Moved.", version: 1);
        using var reader = await space.AsAsync(await space.CreatePersonAsync(Roles.Reader, await space.AgencyIdAsync("m2")));

        clock.Now = ends;
        Assert.Null((await reader.GetAsync(Page)).Document.GetElementById("group"));
        clock.Now = moved;
        Assert.NotNull((await reader.GetAsync(Page)).Document.GetElementById("group"));
    }

    [Theory, Databases]
    public async Task Group_OfFewerThanFive_IsNotShown(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.PublishRoundAsync(Round, [new("m1", "ministry", 1), new("m2", "ministry", 2), new("m3", "ministry", 3), new("m4", "ministry", 4), new("b1", "body", 4)]);
        await space.PublishNationalAsync(Round);
        using var reader = await space.AsAsync(await space.CreatePersonAsync(Roles.Reader, await space.AgencyIdAsync("m2")));

        Assert.Null((await reader.GetAsync(Page)).Document.GetElementById("group"));
    }

    [Theory, Databases]
    public async Task Path_TakenIntoThePlan_IsThereOnceHoweverOftenPressed(DatabaseProvider provider)
    {
        var space = await NationAsync(provider);
        using var coordinator = await space.AsAsync(await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync("m2")));
        var page = await coordinator.GetAsync(Page);
        var form = $"form[action$='{Page}']";

        var plan = await coordinator.SubmitAsync(page, form);
        await coordinator.SubmitAsync(page, form);

        Assert.Equal(HttpStatusCode.OK, plan.Status);
        Assert.EndsWith("/rounds/2022/agencies/m2/plan", plan.Path, StringComparison.Ordinal);
        var actions = await space.ReadAsync(db => db.ImprovementActions.AsNoTracking().ToListAsync());
        Assert.Equal(page.Document.QuerySelectorAll("[name='Input.Criteria']").Length, actions.Count);
        Assert.All(actions, a => Assert.Equal(ActionState.Planned, a.State));
        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(ActionsPlanned))));
        Assert.Contains("in the plan", (await coordinator.GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Path_WithoutAChoiceOrWithAnUnknownCriterion_IsRefused(DatabaseProvider provider)
    {
        var space = await NationAsync(provider);
        using var coordinator = await space.AsAsync(await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync("m2")));
        var page = await coordinator.GetAsync(Page);
        var form = $"form[action$='{Page}']";

        var none = await coordinator.SubmitAsync(page, form, ("Input.Criteria", null));
        var unknown = await coordinator.SubmitAsync(page, form, ("Input.Criteria", "I99.9.z"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (none.Status, unknown.Status));
        Assert.Contains("Choose at least one criterion.", none.Text, StringComparison.Ordinal);
        Assert.Contains("I99.9.z", unknown.Text, StringComparison.Ordinal);
        Assert.Empty(await space.ReadAsync(db => db.ImprovementActions.ToListAsync()));
    }

    private async Task<TestSpace> NationAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.PublishRoundAsync("2021", [new("m2", "ministry", 1)]);
        await space.PublishRoundAsync(Round, [.. Enumerable.Range(1, 5).Select(n => new AgencyToPublish($"m{n}", "ministry", n))]);
        return space;
    }

    private static string[] Cells(TestPage page, string row) => [.. page.Document.QuerySelector(row)!.Children.Select(c => c.TextContent.Trim())];
}
