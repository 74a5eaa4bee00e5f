using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Accounts;

public sealed class SignInTests(TestApps apps)
{
    [Theory, Databases]
    public async Task SignIn_RightPassword_OpensHomeAndIsAudited(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Organizer);
        using var browser = await space.AsAsync(person);

        var home = await browser.GetAsync("/home");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Equal("Your work", home.Heading);
        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == "SignedIn" && e.ActorId == person.Id)));
    }

    [Theory, Databases]
    public async Task SignIn_WrongPassword_SaysNoMoreThanForAnUnknownAddress(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var browser = space.Anonymous();

        var wrong = await TryAsync(browser, person.Email, "not the password");
        var unknown = await TryAsync(browser, "nobody@example.org", "not the password");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(Summary(wrong), Summary(unknown));
        Assert.Contains("not right", Summary(wrong), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task SignIn_FiveWrongPasswords_LocksOutEvenTheRightOne(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var browser = space.Anonymous();

        for (var i = 0; i < 5; i++) await TryAsync(browser, person.Email, "not the password");
        var page = await TryAsync(browser, person.Email, person.Password);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("too many attempts", Summary(page), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task SignOut_Post_EndsTheSession(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Reader));

        await browser.SubmitAsync(await browser.GetAsync("/sign-out"), "main form[method=post]");
        var home = await browser.GetAsync("/home");

        Assert.Equal("Sign in", home.Heading);
    }

    [Theory, Databases]
    public async Task Protected_Anonymous_IsSentToSignInAndBack(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Organizer);
        using var browser = space.Anonymous();

        var challenge = await browser.GetAsync("/sign-out");
        var after = await browser.SubmitAsync(challenge, "form:has(#Input_Password)", ("Input.Email", person.Email), ("Input.Password", person.Password));

        Assert.StartsWith($"{space.Path}/sign-out", after.Path, StringComparison.Ordinal);
    }

    private static async Task<TestPage> TryAsync(TestBrowser browser, string email, string password) =>
        await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "form:has(#Input_Password)", ("Input.Email", email), ("Input.Password", password));

    private static string Summary(TestPage page) => page.Document.QuerySelector("#error-summary")?.TextContent.Trim() ?? "";
}
