using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Tenancy;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Awards.Rounds;

public sealed class EditCategoryTests(TestApps apps)
{
    private const string Category = $"/awards/{AwardScene.Award}/ministries";
    private const string Form = "main form:has(#Input_Winners)";

    [Theory, Databases]
    public async Task Category_Edited_IsAFurtherVersionAndOpenRoundsKeepTheirs(DatabaseProvider provider)
    {
        using var browser = await OpenAsync(provider);
        var space = browser.Space;
        await space.OpenAwardRoundAsync("before", AwardScene.Award, "2026");

        var saved = await browser.Browser.SubmitAsync(await browser.Browser.GetAsync(Category), Form, ("Input.Winners", "3"));
        await space.OpenAwardRoundAsync("after", AwardScene.Award, "2026");

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal([10, 3], await space.ReadAsync(async db => (await (from round in db.AwardRounds
                                                                        join version in db.AwardVersions on round.AwardVersionId equals version.Id
                                                                        orderby version.Number
                                                                        select version.Document).ToListAsync()).ConvertAll(d => AwardVersion.Parse(d!).Award.Categories[0].Winners)));
        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(AwardDeclared) && e.Details.Contains("\"number\":2"))));
    }

    [Fact]
    public async Task Category_WithFaults_IsToldAtTheFields()
    {
        using var browser = await OpenAsync(DatabaseProvider.Sqlite);

        var page = await browser.Browser.SubmitAsync(
            await browser.Browser.GetAsync(Category), Form, ("Input.Winners", ""), ("Input.Names[0].Text", ""), ("Input.Measure[0].Figure", "gap"), ("then", "save"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Input.Measure", "Input.Names[0].Text", "Input.TieBreaks", "Input.Winners"], page.Document.QuerySelectorAll("#error-summary a").Select(a => a.GetAttribute("data-field")!).Order(StringComparer.Ordinal));
        Assert.Equal(0, await browser.Space.ReadAsync(db => db.AwardVersions.CountAsync(v => v.Number > 1)));
    }

    [Fact]
    public async Task Category_Previewed_SaysTheRulesInWordsAndSavesNothing()
    {
        using var browser = await OpenAsync(DatabaseProvider.Sqlite);

        var page = await browser.Browser.SubmitAsync(await browser.Browser.GetAsync(Category), Form, ("Input.MinimumIndex", "3.2"), ("then", "preview"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("3.20", page.Document.GetElementById("explained")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await browser.Space.ReadAsync(db => db.AwardVersions.CountAsync(v => v.Number > 1)));
    }

    [Theory, Databases]
    public async Task Category_EditedOnAnOldVersion_IsStale(DatabaseProvider provider)
    {
        using var browser = await OpenAsync(provider);
        var form = await browser.Browser.GetAsync(Category);
        await browser.Browser.SubmitAsync(form, Form, ("Input.Winners", "3"));

        var stale = await browser.Browser.SubmitAsync(form, Form, ("Input.Winners", "4"));
        var again = await browser.Browser.SubmitAsync(form, Form, ("Input.Winners", "3"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (stale.Status, again.Status));
    }

    private sealed record Scene(TestSpace Space, TestBrowser Browser) : IDisposable
    {
        public void Dispose() => Browser.Dispose();
    }

    private async Task<Scene> OpenAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync(id => new SpaceSettings
        {
            Names = LocalizedText.Of(("en", $"Testland {id}")), Languages = ["en", "id"], TimeZone = "Asia/Jakarta", MfaRoles = [],
            AgencyGroups = [.. new[] { "ministry", "non-ministry", "other", "province", "regency", "city" }.Select(g => new NamedCode(g, LocalizedText.Of(("en", g))))],
        });
        await space.PublishFiguresAsync("2026", "spbe-2020", new PublishedAgency("ministry-a", 4m));
        await space.DeclareAwardsAsync();
        return new Scene(space, await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer)));
    }
}
