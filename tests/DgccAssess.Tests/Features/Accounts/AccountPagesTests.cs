using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Accounts;

public sealed class AccountPagesTests(TestApps apps)
{
    private const string Form = "main form[method=post]";

    [Theory, Databases]
    public async Task List_FiltersByNameRoleAndState_AndTurnsPages(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var admin = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator, name: "Zoë Admin"));
        await space.CreatePersonAsync(Roles.Assessor, name: "Émile Renard");
        for (var i = 0; i < ListAccounts.PageSize; i++) await space.CreatePersonAsync(Roles.Reader, name: $"Reader {i:00}");
        await TestSpace.InviteAsync(admin, "dewi@agency.example", Roles.Organizer);

        var all = await admin.GetAsync("/accounts");
        Assert.Equal(ListAccounts.PageSize, Rows(all).Count);
        Assert.Contains("Accounts found: 53", all.Text, StringComparison.Ordinal);
        Assert.Equal(3, Rows(await admin.GetAsync("/accounts?page=2")).Count);
        Assert.Equal(["Émile Renard"], Rows(await admin.GetAsync("/accounts?text=emile")));
        Assert.Equal(["Dewi Lestari"], Rows(await admin.GetAsync("/accounts?text=DEWI@agency")));
        Assert.Equal(["Émile Renard"], Rows(await admin.GetAsync("/accounts?role=assessor")));
        Assert.Equal(["Dewi Lestari"], Rows(await admin.GetAsync("/accounts?state=Invited")));
        Assert.Empty(Rows(await admin.GetAsync("/accounts?state=Deactivated")));
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.GetAsync($"/accounts?text={new string('x', 101)}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.GetAsync("/accounts?state=asleep")).Status);
    }

    [Theory, Databases]
    public async Task Roles_Changed_CountAtOnceForWhoIsSignedIn(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var admin = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var browser = await space.AsAsync(person);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/rounds")).Status);

        var form = await admin.GetAsync($"/accounts/{person.Id}/rights");
        Assert.Equal(HttpStatusCode.OK, (await admin.SubmitAsync(form, Form, ("Input.Roles", Roles.Organizer))).Status);
        Assert.Equal("Rounds", (await browser.GetAsync("/rounds")).Heading);

        // What the other administrator still has open is stale now; both versions are shown.
        var stale = await admin.SubmitAsync(form, Form, ("Input.Roles", Roles.Assessor));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Organizer", stale.Document.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(stale.Document.QuerySelector("#role-assessor[checked]"));
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SubmitAsync(form, Form, ("Input.Version", null))).Status);
        var change = await space.ReadAsync(db => db.AuditEvents.SingleAsync(e => e.Type == nameof(AccountChanged)));
        Assert.Contains("\"oldRoles\":[\"reader\"],\"roles\":[\"organizer\"]", change.Details.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Account_Deactivated_IsOutAtOnce_AndComesBack(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var admin = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var browser = await space.AsAsync(person);

        var off = await admin.GetAsync($"/accounts/{person.Id}/activation");
        Assert.Contains("Deactivated", (await admin.SubmitAsync(off, Form)).Text, StringComparison.Ordinal);
        Assert.Equal("Sign in", (await browser.GetAsync("/home")).Heading);
        await Assert.ThrowsAsync<InvalidOperationException>(() => browser.SignInAsync(person));
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SubmitAsync(off, Form)).Status);

        await admin.SubmitAsync(await admin.GetAsync($"/accounts/{person.Id}/activation"), Form);
        await browser.SignInAsync(person);
        Assert.Equal("Your work", (await browser.GetAsync("/home")).Heading);
    }

    [Theory, Databases]
    public async Task LastAdministrator_StaysWhateverIsTried(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Administrator);
        using var admin = await space.AsAsync(person);
        await TestSpace.InviteAsync(admin, "dewi@agency.example", Roles.Administrator);

        // The one invited can't sign in yet and doesn't count.
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SubmitAsync(await admin.GetAsync($"/accounts/{person.Id}/rights"), Form, ("Input.Roles", Roles.Reader))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SubmitAsync(await admin.GetAsync($"/accounts/{person.Id}/activation"), Form)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SubmitAsync(await admin.GetAsync("/roles/administrator"), Form, ("Input.Permissions", Permissions.AuditRead))).Status);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/accounts")).Status);

        var second = await space.CreatePersonAsync(Roles.Administrator);
        Assert.Equal("Your work", (await admin.SubmitAsync(await admin.GetAsync($"/accounts/{person.Id}/rights"), Form, ("Input.Roles", Roles.Reader))).Heading);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync("/accounts")).Status);
        using var other = await space.AsAsync(second);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/accounts")).Status);
    }

    [Theory, Databases]
    public async Task TwoAdministrators_WhoTakeEachOthersRightsAtOnce_LeaveOne(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.CreatePersonAsync(Roles.Administrator);
        for (var round = 0; round < 5; round++)
        {
            await space.CreatePersonAsync(Roles.Administrator);
            var both = await space.ReadAsync(db => db.Users.Where(u => u.DeactivatedAt == null).Select(u => new ActivateAccountCommand(u.Id, u.Version)).ToListAsync());
            Assert.Equal(2, both.Count);

            var results = await Task.WhenAll(both.Select(command => Task.Run(() => space.RunAsync(services =>
                services.GetRequiredService<ChangeAccount>().DeactivateAsync(command, CancellationToken.None)))));

            Assert.Single(results, r => r.Succeeded);
            Assert.Equal(1, await space.ReadAsync(db => db.Users.CountAsync(u => u.DeactivatedAt == null)));
        }
    }

    [Theory, Databases]
    public async Task Role_OfATenant_CannotHoldWhatOnlyTheHubHas(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var (space, hub) = (await app.CreateSpaceAsync(), await app.HubAsync());
        using var admin = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));
        using var ofTheHub = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Administrator));
        const string Choice = "[name='Input.Permissions'][value='" + Permissions.TenantsOperate + "']";

        var form = await admin.GetAsync("/roles/new");
        Assert.Null(form.Document.QuerySelector(Choice));
        Assert.NotNull((await ofTheHub.GetAsync("/roles/new")).Document.QuerySelector(Choice));

        var refused = await admin.SubmitAsync(form, Form, ("Input.Name", "sneak"), ("Input.Title", "Sneak"), ("Input.Permissions", Permissions.TenantsOperate));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/roles/sneak")).Status);
    }

    [Theory, Databases]
    public async Task Role_OfTheSpacesOwn_GivesWhatItHolds_AndIsDeletedWhenNobodyHasIt(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var admin = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var browser = await space.AsAsync(person);
        var form = await admin.GetAsync("/roles/new");
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SubmitAsync(form, Form, ("Input.Name", "Not A Code"), ("Input.Title", ""), ("Input.Permissions", "world.rule"))).Status);
        Assert.Equal("Roles", (await admin.SubmitAsync(form, Form, ("Input.Name", "watcher"), ("Input.Title", "Keeper of jobs"), ("Input.Permissions", Permissions.JobsWatch))).Heading);

        await admin.SubmitAsync(await admin.GetAsync($"/accounts/{person.Id}/rights"), Form, ("Input.Roles", "watcher"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/jobs")).Status);
        var role = await admin.GetAsync("/roles/watcher");
        Assert.Equal("Keeper of jobs", role.Heading);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SubmitAsync(role, "form[action*=Delete]")).Status);
        await admin.SubmitAsync(role, Form, ("Input.Permissions", Permissions.AuditRead));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), ((await browser.GetAsync("/jobs")).Status, (await browser.GetAsync("/audit")).Status));
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SubmitAsync(role, Form, ("Input.Permissions", Permissions.JobsWatch))).Status);

        await admin.SubmitAsync(await admin.GetAsync($"/accounts/{person.Id}/rights"), Form, ("Input.Roles", Roles.Reader));
        Assert.Equal("Roles", (await admin.SubmitAsync(await admin.GetAsync("/roles/watcher"), "form[action*=Delete]")).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/roles/watcher")).Status);
        Assert.Null((await admin.GetAsync("/roles/reader")).Document.QuerySelector("form[action*=Delete]"));
    }

    [Theory, Databases]
    public async Task Role_CreatedTwice_IsOnceThere_AndAnotherOfItsNameIsRefused(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var admin = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));
        var form = await admin.GetAsync("/roles/new");
        Task<TestPage> PressAsync(string title, string permission) => admin.SubmitAsync(form, Form, ("Input.Name", "watcher"), ("Input.Title", title), ("Input.Permissions", permission));

        Assert.Equal("Roles", (await PressAsync("Keeper of jobs", Permissions.JobsWatch)).Heading);
        Assert.Equal("Roles", (await PressAsync("Keeper of jobs", Permissions.JobsWatch)).Heading);
        Assert.Equal(HttpStatusCode.BadRequest, (await PressAsync("Keeper of jobs", Permissions.AuditRead)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PressAsync("Another", Permissions.JobsWatch)).Status);

        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(RoleCreated))));
    }

    [Theory, Databases]
    public async Task Role_CreatedTwiceAtOnce_IsOnceThere(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        for (var round = 0; round < 5; round++)
        {
            var command = new CreateRoleCommand($"watcher-{round}", "Keeper of jobs", [Permissions.JobsWatch]);
            var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => space.RunAsync(services => services.GetRequiredService<ManageRoles>().CreateAsync(command)))));

            Assert.All(results, r => Assert.True(r.Succeeded));
        }

        Assert.Equal(5, await space.ReadAsync(db => db.Roles.CountAsync(r => r.Name!.StartsWith("watcher"))));
        Assert.Equal(5, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(RoleCreated))));
    }

    private static List<string> Rows(TestPage page) => [.. page.Document.QuerySelectorAll("tbody tr td:first-child").Select(c => c.TextContent.Trim())];
}
