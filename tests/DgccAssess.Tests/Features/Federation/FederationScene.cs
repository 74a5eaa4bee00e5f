using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Connect;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Federation;

/// <summary>A space whose officials sign in at another space, and the ways they go.</summary>
internal sealed record FederationScene(TestSpace Provider, TestSpace Space)
{
    public static async Task<FederationScene> OpenAsync(TestApp app, Func<IdentityProviderSettings, IdentityProviderSettings>? adjust = null, params string[] agencies)
    {
        var (provider, space) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        foreach (var agency in agencies) await space.CreateAgencyAsync(agency);
        return new(provider, await space.FederateAsync(provider, adjust: adjust));
    }

    /// <summary>The whole way, from the sign-in page to what it ends at.</summary>
    public async Task<TestPage> SignInAsync(TestBrowser browser, Person official, string? from = null)
    {
        var page = await browser.GetAsync(from ?? "/sign-in/provider");
        if (page.Document.QuerySelector("#Input_Password") is not null) page = await PasswordAsync(browser, page, official);
        return await ConsentAsync(browser, page);
    }

    public static Task<TestPage> PasswordAsync(TestBrowser browser, TestPage page, Person official) =>
        browser.SubmitAsync(page, "form:has(#Input_Password)", ("Input.Email", official.Email), ("Input.Password", official.Password));

    public static async Task<TestPage> ConsentAsync(TestBrowser browser, TestPage page, string answer = "allow") =>
        page.Document.QuerySelector("button[value=allow]") is null ? page : await browser.SendAsync(browser.FormRequest(page, "form:has([name=client_id])", ("answer", answer)));

    /// <summary>The address the provider sends the browser back to, before anybody goes there.</summary>
    public async Task<string> AnswerAsync(TestBrowser browser, Person official)
    {
        var page = await PasswordAsync(browser, await browser.GetAsync("/sign-in/provider"), official);
        return (await Authorizing.AnswerAsync(browser, page, "allow")).Response.Headers.Location!.PathAndQuery;
    }

    public Task<Account?> AccountAsync(string email) => Space.ReadAsync(db => db.Users.FirstOrDefaultAsync(u => u.Email == email));

    public Task<List<string>> RolesAsync(string email) => Space.ReadAsync(db => (
        from account in db.Users
        join member in db.UserRoles on account.Id equals member.UserId
        join role in db.Roles on member.RoleId equals role.Id
        where account.Email == email
        orderby role.Name
        select role.Name!).ToListAsync());

    /// <summary>Kinds of audit events of the space that concern officials, in order of their names.</summary>
    public Task<List<string>> EventsAsync() => Space.ReadAsync(db => db.AuditEvents
        .Where(e => e.Type.StartsWith("Official") || e.Type == nameof(AccountChanged) || e.Type == nameof(InvitationAccepted)).OrderBy(e => e.Type).Select(e => e.Type).ToListAsync());

    public Task<string> LastAsync(string type) => Space.ReadAsync(db => db.AuditEvents.Where(e => e.Type == type).OrderByDescending(e => e.At).Select(e => e.Details).FirstAsync());
}
