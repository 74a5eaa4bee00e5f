using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.Federation;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Web.Features.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Federation;

/// <summary>Who comes from the identity provider: known, new, linked, changed or refused. The provider is another space of the same server.</summary>
public sealed class AdmissionTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Official_FirstVisit_GetsAnAccountWithTheirRolesAndAgency_AndTheNextChangesNothing(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider), agencies: "kemenkeu");
        var official = await scene.Provider.CreatePersonAsync(Roles.Coordinator, (await scene.Provider.CreateAgencyAsync("kemenkeu")).Id, "Dewi Lestari");
        using var browser = scene.Space.Anonymous();

        var home = await scene.SignInAsync(browser, official);

        Assert.Equal((HttpStatusCode.OK, "Your work"), (home.Status, home.Heading));
        Assert.StartsWith(scene.Space.Path, home.Path, StringComparison.Ordinal);
        var account = (await scene.AccountAsync(official.Email))!;
        Assert.Equal(("Dewi Lestari", await scene.Space.AgencyIdAsync("kemenkeu"), true, null), (account.DisplayName, account.AgencyId, account.EmailConfirmed, account.PasswordHash));
        Assert.Equal([Roles.Coordinator], await scene.RolesAsync(official.Email));
        Assert.Equal([nameof(OfficialAdmitted), nameof(OfficialLinked)], await scene.EventsAsync());
        Assert.Contains(nameof(SignInMethod.IdentityProvider), await scene.LastAsync(nameof(SignedIn)), StringComparison.OrdinalIgnoreCase);

        using var again = scene.Space.Anonymous();
        Assert.Equal("Your work", (await scene.SignInAsync(again, official)).Heading);
        Assert.Equal([nameof(OfficialAdmitted), nameof(OfficialLinked)], await scene.EventsAsync());
    }

    [Theory, Databases]
    public async Task Official_WhoseRolesChangedThere_HasTheNewOnesHere_AndItIsAudited(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        var official = await scene.Provider.CreatePersonAsync(Roles.Reader);
        using var browser = scene.Space.Anonymous();
        await scene.SignInAsync(browser, official);

        await ChangeAsync(scene.Provider, official.Id, Roles.Organizer, Roles.Auditor);
        using var later = scene.Space.Anonymous();
        await scene.SignInAsync(later, official);

        Assert.Equal([Roles.Auditor, Roles.Organizer], await scene.RolesAsync(official.Email));
        var change = await scene.LastAsync(nameof(AccountChanged));
        Assert.Contains("\"oldRoles\":[\"reader\"],\"roles\":[\"auditor\",\"organizer\"]", change, StringComparison.Ordinal);
        // At once, where they were signed in before as well.
        Assert.Equal("Rounds", (await browser.GetAsync("/rounds")).Heading);
    }

    [Theory, Databases]
    public async Task Official_NotOnTheList_IsRefusedWithAPageThatSaysWhatToDo(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider), s => s with { AllowedDomains = ["elsewhere.example"] });
        var official = await scene.Provider.CreatePersonAsync(Roles.Reader);

        await RefusedAsync(scene, official, "You are not on the list", nameof(FederationMessages.NotAllowed));

        Assert.Null(await scene.AccountAsync(official.Email));
    }

    [Theory, Databases]
    public async Task Official_OnTheListByTheirSubject_IsLetIn(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var (authority, space) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        var official = await authority.CreatePersonAsync(Roles.Reader);
        var scene = new FederationScene(authority, await space.FederateAsync(authority, adjust: s => s with { AllowedDomains = [], AllowedSubjects = [official.Id.ToString()] }));
        using var browser = scene.Space.Anonymous();

        Assert.Equal("Your work", (await scene.SignInAsync(browser, official)).Heading);
    }

    [Theory, Databases]
    public async Task Official_WithoutARoleHere_IsRefused_OrGetsTheDefaultOne(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider), s => s with { Roles = [new("minister", Roles.Administrator)] });
        var official = await scene.Provider.CreatePersonAsync(Roles.Auditor);
        await RefusedAsync(scene, official, "is a role here", nameof(FederationMessages.NoRole));

        var settings = scene.Space.Space.Settings;
        scene = scene with { Space = await scene.Space.WithSettingsAsync(settings with { IdentityProvider = settings.IdentityProvider! with { DefaultRole = Roles.Reader } }) };
        using var browser = scene.Space.Anonymous();
        Assert.Equal("Your work", (await scene.SignInAsync(browser, official)).Heading);
        Assert.Equal([Roles.Reader], await scene.RolesAsync(official.Email));
    }

    [Theory, Databases]
    public async Task Official_OfAnUnknownAgencyOrNone_IsRefused_AndAMappedOneIsKnown(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider), s => s with { Agencies = [new("015", "kemenkeu")] }, "kemenkeu");
        var lost = await scene.Provider.CreatePersonAsync(Roles.Coordinator, (await scene.Provider.CreateAgencyAsync("bappenas")).Id);
        var free = await scene.Provider.CreatePersonAsync(Roles.Coordinator);
        var known = await scene.Provider.CreatePersonAsync(Roles.Coordinator, (await scene.Provider.CreateAgencyAsync("015")).Id);

        await RefusedAsync(scene, lost, "The agency “bappenas” is not known here", nameof(FederationMessages.AgencyUnknown));
        await RefusedAsync(scene, free, "none is named for you", nameof(FederationMessages.AgencyMissing));
        using var browser = scene.Space.Anonymous();
        Assert.Equal("Your work", (await scene.SignInAsync(browser, known)).Heading);
        Assert.Equal(await scene.Space.AgencyIdAsync("kemenkeu"), (await scene.AccountAsync(known.Email))!.AgencyId);
    }

    [Theory, Databases]
    public async Task Official_WhoseAccountIsClosed_IsRefused(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        var official = await scene.Provider.CreatePersonAsync(Roles.Reader);
        using var browser = scene.Space.Anonymous();
        await scene.SignInAsync(browser, official);
        var account = (await scene.AccountAsync(official.Email))!;
        await scene.Space.RunAsync(services => services.GetRequiredService<ChangeAccount>().DeactivateAsync(new(account.Id, account.Version), default));

        await RefusedAsync(scene, official, "Your account is closed", nameof(FederationMessages.Closed));

        Assert.Equal("Sign in", (await browser.GetAsync("/home")).Heading);
    }

    [Theory, Databases]
    public async Task Official_Invited_FindsTheAccountByTheAddress_AndASecondPersonDoesNot(DatabaseProvider provider)
    {
        // Roles are decided here: by invitations.
        var scene = await FederationScene.OpenAsync(apps.On(provider), s => s with { Roles = [], AgencyClaim = null });
        var (official, stranger) = (await scene.Provider.CreatePersonAsync(Roles.Reader), await scene.Provider.CreatePersonAsync(Roles.Reader));
        await scene.Space.RunAsync(services => services.GetRequiredService<InviteAccount>().HandleAsync(new(official.Email, "Dewi", [Roles.Organizer], null, null, null)));
        await RefusedAsync(scene, stranger, "is a role here", nameof(FederationMessages.NoRole));

        using var browser = scene.Space.Anonymous();
        Assert.Equal("Your work", (await scene.SignInAsync(browser, official)).Heading);
        Assert.Equal([Roles.Organizer], await scene.RolesAsync(official.Email));
        Assert.Contains(nameof(InvitationAccepted), await scene.EventsAsync());

        // Another person of the provider takes the address over: the account is not theirs.
        await RenameAsync(scene.Provider, official.Id, "former@elsewhere.example");
        await RenameAsync(scene.Provider, stranger.Id, official.Email);
        await RefusedAsync(scene, stranger with { Email = official.Email }, "an account that somebody else uses", nameof(FederationMessages.AddressTaken));
    }

    [Theory, Databases]
    public async Task Official_WithAnAddressNobodyVouchesFor_FindsNoAccountAndGetsNone(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider), s => s with { AllowedDomains = ["*"] });
        var official = await scene.Provider.CreatePersonAsync(Roles.Reader);
        await scene.Provider.RunAsync(async services =>
        {
            var db = services.GetRequiredService<TenantDbContext>();
            await db.Users.Where(u => u.Id == official.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.EmailConfirmed, false));
        });
        await scene.Space.RunAsync(services => services.GetRequiredService<CreateAccount>().HandleAsync(new(official.Email, "Somebody", TestSpace.Password, Roles.Administrator, null)));

        await RefusedAsync(scene, official, "vouches for no mail address", nameof(FederationMessages.EmailMissing));

        Assert.DoesNotContain(nameof(OfficialLinked), await scene.EventsAsync());
    }

    [Theory, Databases]
    public async Task Official_WhoWasTheLastAdministrator_StaysOne_AndIsRefused(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        var official = await scene.Provider.CreatePersonAsync(Roles.Administrator);
        using var browser = scene.Space.Anonymous();
        await scene.SignInAsync(browser, official);
        await ChangeAsync(scene.Provider, official.Id, Roles.Reader);

        await RefusedAsync(scene, official, "You are the last administrator here", nameof(FederationMessages.LastAdministrator));

        Assert.Equal([Roles.Administrator], await scene.RolesAsync(official.Email));
    }

    [Theory, Databases]
    public async Task Official_WhoComesTwiceAtOnce_GetsOneAccount(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        var official = new Official("s1", $"dewi@{scene.Provider.Space.Id}.example", EmailVerified: true, "Dewi", [Roles.Reader], null);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => scene.Space.RunAsync(services => services.GetRequiredService<AdmitOfficial>().HandleAsync(official))));

        Assert.Single(results.Where(r => r.Succeeded).Select(r => r.Value).Distinct());
        Assert.All(results.Where(r => !r.Succeeded), r => Assert.Equal(FederationMessages.Again, r.Problems.Single().Message));
        Assert.Equal([Roles.Reader], await scene.RolesAsync(official.Email!));
    }

    [Theory, Databases]
    public async Task Official_WhoseAccountIsLocked_IsRefusedForTheTime(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        var official = await scene.Provider.CreatePersonAsync(Roles.Reader);
        using (var first = scene.Space.Anonymous()) await scene.SignInAsync(first, official);
        await scene.Space.RunAsync(services => services.GetRequiredService<TenantDbContext>().Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.LockoutEnd, TimeProvider.System.GetUtcNow().AddMinutes(10))));

        await RefusedAsync(scene, official, "is locked for some minutes", nameof(FederationMessages.Locked));
    }

    private static async Task RefusedAsync(FederationScene scene, Person official, string words, string reason)
    {
        using var browser = scene.Space.Anonymous();
        var page = await scene.SignInAsync(browser, official);
        Assert.Equal((HttpStatusCode.Forbidden, "You could not be signed in"), (page.Status, page.Heading));
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Equal("Sign in", (await browser.GetAsync("/home")).Heading);
        Assert.Contains($"\"reason\":\"{reason}\"", await scene.LastAsync(nameof(OfficialRefused)), StringComparison.Ordinal);
    }

    private static Task ChangeAsync(TestSpace space, Guid id, params string[] roles) => space.RunAsync(async services =>
    {
        var account = await services.GetRequiredService<TenantDbContext>().Users.SingleAsync(u => u.Id == id);
        // The provider has another administrator: nobody there is the last.
        await services.GetRequiredService<CreateAccount>().HandleAsync(new($"other{account.Version}@{space.Space.Id}.example", "Other", TestSpace.Password, Roles.Administrator, null));
        var changed = await services.GetRequiredService<ChangeAccount>().HandleAsync(new(id, account.DisplayName, roles, null, null, account.Version));
        Assert.True(changed.Succeeded);
    });

    private static Task RenameAsync(TestSpace space, Guid id, string email) => space.RunAsync(services => services.GetRequiredService<TenantDbContext>().Users.Where(u => u.Id == id)
        .ExecuteUpdateAsync(set => set.SetProperty(u => u.Email, email).SetProperty(u => u.UserName, email).SetProperty(u => u.NormalizedEmail, email.ToUpperInvariant()).SetProperty(u => u.NormalizedUserName, email.ToUpperInvariant())));
}
