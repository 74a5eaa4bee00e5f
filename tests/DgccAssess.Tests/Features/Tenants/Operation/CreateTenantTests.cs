using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Tenants.Operation;

public sealed class CreateTenantTests(OperatedApps apps) : IClassFixture<OperatedApps>
{
    private static readonly (string, string?)[] Blank =
    [
        ("Input.Template", ""), ("Input.Id", "utopia"), ("Input.Name", "Utopia"), ("Input.Languages", "en"), ("Input.Languages", "fr"), ("Input.TimeZone", "Europe/Lisbon"), ("Input.Country", "PT"),
        ("Input.Instrument", "dgcc-2026"), ("Input.Email", "admin@utopia.example"), ("Input.AdministratorName", "Ada"), ("Input.ByMail", "false"),
    ];

    [Theory, Databases]
    public async Task Create_Blank_HasInstrumentRolesAndAnAdministratorWhoCanSignIn(DatabaseProvider provider)
    {
        using var operated = await apps.OnAsync(provider);
        operated.App.Databases.Track("utopia");

        var receipt = await SubmitAsync(operated, Blank);
        var again = await SubmitAsync(operated, Blank);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (receipt.Status, again.Status));
        Assert.Contains("a word is used once for good", again.Text, StringComparison.Ordinal);
        var password = receipt.Document.QuerySelector(".first-password")!.TextContent;
        Assert.Equal(20, password.Length);
        var space = await SpaceAsync(operated, "utopia");
        Assert.Equal((1, 0), (await space.ReadAsync(db => db.InstrumentVersions.CountAsync(v => v.Code == "dgcc-2026")), await space.ReadAsync(db => db.Agencies.CountAsync())));
        Assert.Equal((1, 0), (await space.ReadAsync(db => db.Roles.CountAsync(r => r.Name == Roles.Organizer)), await space.ReadAsync(db => db.Roles.CountAsync(r => r.Name == Roles.Operator))));
        using var browser = space.Anonymous();
        await browser.SignInAsync(new Person(Guid.Empty, "admin@utopia.example", password, "Ada", Roles.Administrator, null));
        // Its settings ask administrators for a second factor.
        Assert.EndsWith("/security", (await browser.GetAsync("/home")).Path, StringComparison.Ordinal);
        Assert.Equal(1, await operated.InHubAsync(hub => hub.AuditEvents.CountAsync(e => e.Type == "SpaceApplied" && e.Subject == "spaces/utopia" && e.ActorName.StartsWith(Roles.Operator))));
    }

    [Theory, Databases]
    public async Task Create_ByInvitation_ShowsNoPassword_AndTheLinkOfTheMailLetsTheAdministratorIn(DatabaseProvider provider)
    {
        using var operated = await apps.OnAsync(provider);
        operated.App.Databases.Track("arcadia");
        Assert.True(((AngleSharp.Html.Dom.IHtmlInputElement)(await operated.Browser.GetAsync("/tenants/new")).Document.QuerySelector("#access-mail")!).IsChecked);

        var receipt = await SubmitAsync(operated, [.. Blank.Where(f => f.Item1 is not ("Input.Id" or "Input.ByMail")), ("Input.Id", "arcadia"), ("Input.ByMail", "true")]);

        Assert.Equal("arcadia is there", receipt.Heading);
        Assert.Null(receipt.Document.QuerySelector(".first-password"));
        Assert.Contains("An invitation goes to this address.", receipt.Text, StringComparison.Ordinal);
        var space = await SpaceAsync(operated, "arcadia");
        var link = (await space.LastMailToAsync("admin@utopia.example")).Link(space);
        using var browser = space.Anonymous();
        Assert.Equal("Sign in", (await browser.SubmitAsync(await browser.GetAsync(link), "main form[method=post]", ("Input.Password", "otter lantern seven bridges"))).Heading);
        await browser.SignInAsync(new Person(Guid.Empty, "admin@utopia.example", "otter lantern seven bridges", "Ada", Roles.Administrator, null));
        Assert.EndsWith("/security", (await browser.GetAsync("/home")).Path, StringComparison.Ordinal);
        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == "AccountInvited")));
    }

    [Fact]
    public async Task Create_FromAFolder_HasItsAgenciesAndTexts_AndTheFolderIsOfferedNoMore()
    {
        using var operated = await apps.OnAsync(DatabaseProvider.Sqlite);
        operated.App.Databases.Track("serbia");

        var receipt = await SubmitAsync(operated, ("Input.Template", "serbia"), ("Input.Email", "admin@serbia.example"), ("Input.AdministratorName", "Ana"));

        Assert.Equal("serbia is there", receipt.Heading);
        var space = await SpaceAsync(operated, "serbia");
        Assert.Equal((73, 9), (await space.ReadAsync(db => db.Agencies.CountAsync()), await space.ReadAsync(db => db.SpaceTexts.CountAsync())));
        Assert.Equal("digital-government-2026", Assert.Single(await space.ReadAsync(db => db.AwardVersions.ToListAsync())).Code);
        Assert.Null((await operated.Browser.GetAsync("/tenants/new")).Document.QuerySelector("#template-serbia"));
    }

    [Theory]
    [InlineData("Input.Id", "Utopia")]
    [InlineData("Input.Id", "hub")]
    [InlineData("Input.Id", "../x")]
    [InlineData("Input.Name", "")]
    [InlineData("Input.TimeZone", "Mars")]
    [InlineData("Input.Country", "portugal")]
    [InlineData("Input.Instrument", "../hub")]
    [InlineData("Input.Email", "nobody")]
    [InlineData("Input.AdministratorName", "")]
    [InlineData("Input.Template", "../tenants/serbia")]
    public async Task Create_WithAFaultyField_NamesItAndMakesNothing(string field, string value)
    {
        using var operated = await apps.OnAsync(DatabaseProvider.Sqlite);
        var changed = Blank.Select(f => f.Item1 == "Input.Id" ? ("Input.Id", "nowhere") : f).Where(f => f.Item1 != field).Append((field, (string?)value)).ToArray();

        var page = await SubmitAsync(operated, changed);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Document.QuerySelector($"#error-summary [data-field='{field}']"));
        Assert.Equal(0, await operated.InHubAsync(hub => hub.Spaces.CountAsync(s => s.Id == "nowhere")));
        Assert.False(File.Exists(Path.Combine(operated.App.Folder, "nowhere.db")));
    }

    private static async Task<TestPage> SubmitAsync(Operated operated, params (string Name, string? Value)[] values) =>
        await operated.Browser.SubmitAsync(await operated.Browser.GetAsync("/tenants/new"), "main form", values);

    private static async Task<TestSpace> SpaceAsync(Operated operated, string id) =>
        new(operated.App, (await operated.App.Services.GetRequiredService<IMultiTenantStore>().GetAsync(id))!);
}
