using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Web.Features.SignIn;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Accounts;

public sealed class PasswordResetTests(TestApps apps)
{
    private const string New = "otter lantern seven bridges";

    [Theory, Databases]
    public async Task Reset_ByTheLink_ChangesThePasswordOnce_AndEndsEverySignIn(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var elsewhere = await space.AsAsync(person);
        using var browser = space.Anonymous();
        await AskAsync(browser, person.Email);
        var link = (await space.LastMailToAsync(person.Email)).Link(space);

        using var slower = space.Anonymous();
        var late = await slower.GetAsync(link);
        var form = await browser.GetAsync(link);
        Assert.Equal("Sign in", (await browser.SubmitAsync(form, "main form[method=post]", ("Input.Password", New))).Heading);

        Assert.Equal("Sign in", (await elsewhere.GetAsync("/home")).Heading);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(browser, person.Email, person.Password)).Status);
        Assert.Equal("Your work", (await SignInAsync(browser, person.Email, New)).Heading);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await slower.SubmitAsync(late, "main form[method=post]", ("Input.Password", "yet another password"))).Status);
        Assert.Equal(["Choose a new password", "Your password was changed"], (await space.MailsToAsync(person.Email)).Select(m => m.Subject));
    }

    [Theory, Databases]
    public async Task Request_ForAnUnknownAddress_IsAnsweredAndWorkedAlike(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var browser = space.Anonymous();

        var known = await AskAsync(browser, person.Email);
        var unknown = await AskAsync(browser, "nobody@agency.example");

        Assert.Equal((known.Status, known.Text), (unknown.Status, unknown.Text));
        // The same single row each; whose address it is, is found out when nobody waits.
        Assert.Equal(2, await space.ReadAsync(db => db.Outbox.CountAsync(r => r.Job == nameof(MailPasswordReset) && r.State == JobState.Waiting)));
        Assert.Equal(0, await space.ReadAsync(db => db.OutgoingMails.CountAsync()));
        Assert.Empty(await space.MailsToAsync("nobody@agency.example"));
        Assert.Single(await space.MailsToAsync(person.Email));
        Assert.DoesNotContain("nobody@agency.example", string.Concat(await space.ReadAsync(db => db.Outbox.Select(r => r.Arguments + r.Error).ToListAsync())), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Request_ManyAtOnce_SendsOneMail_AndIsLimited(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var browser = space.Anonymous();

        for (var i = 0; i < SignInLimits.PerAccount; i++) Assert.Equal(HttpStatusCode.OK, (await AskAsync(browser, person.Email)).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(browser, person.Email)).Status);
        Assert.Single(await space.MailsToAsync(person.Email));
    }

    [Theory, Databases]
    public async Task Link_IsTriedWithSoManyTokensOnly_AndRefusedInAnotherSpace(DatabaseProvider provider)
    {
        var (space, other) = (await apps.On(provider).CreateSpaceAsync(), await apps.On(provider).CreateSpaceAsync());
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var browser = space.Anonymous();
        await AskAsync(browser, person.Email);
        var link = (await space.LastMailToAsync(person.Email)).Link(space);

        Assert.Equal(HttpStatusCode.Gone, (await other.Anonymous().GetAsync(other.Path + link[space.Path.Length..])).Status);

        var form = await browser.GetAsync(link);
        for (var i = 0; i < SignInLimits.PerAccount; i++) Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(form, "main form[method=post]", ("Input.Password", "short"))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SubmitAsync(form, "main form[method=post]", ("Input.Password", New))).Status);
    }

    [Theory, Databases]
    public async Task Deactivated_OrInvitedOnly_GetsNoLink(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var admin = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));
        await TestSpace.InviteAsync(admin, "dewi@agency.example", Roles.Reader);
        await admin.SubmitAsync(await admin.GetAsync($"/accounts/{person.Id}/activation"), "main form[method=post]");
        using var browser = space.Anonymous();

        await AskAsync(browser, person.Email);
        await AskAsync(browser, "dewi@agency.example");

        Assert.Empty(await space.MailsToAsync(person.Email));
        Assert.Single(await space.MailsToAsync("dewi@agency.example"));
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(browser, person.Email, person.Password)).Status);
    }

    [Theory, Databases]
    public async Task Address_Changed_CountsOnceTheNewMailboxConfirmsIt(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var (person, neighbour) = (await space.CreatePersonAsync(Roles.Reader), await space.CreatePersonAsync(Roles.Reader));
        using var browser = await space.AsAsync(person);
        var asked = await browser.SubmitAsync(await browser.GetAsync("/security/email"), "main form[method=post]", ("Input.Email", "new@agency.example"));
        var taken = await browser.SubmitAsync(await browser.GetAsync("/security/email"), "main form[method=post]", ("Input.Email", neighbour.Email));
        Assert.Equal(asked.Text, taken.Text);
        Assert.Empty(await space.MailsToAsync(neighbour.Email));

        using var reader = space.Anonymous();
        var link = (await space.LastMailToAsync("new@agency.example")).Link(space);
        var confirm = await reader.GetAsync(link);
        Assert.Equal("Your work", (await SignInAsync(reader, person.Email, person.Password)).Heading);
        using var clicking = space.Anonymous();
        confirm = await clicking.GetAsync(link);
        Assert.Equal("Sign in", (await clicking.SubmitAsync(confirm, "main form[method=post]")).Heading);

        Assert.Equal("Your work", (await SignInAsync(clicking, "new@agency.example", person.Password)).Heading);
        Assert.Equal("Sign in", (await browser.GetAsync("/home")).Heading);
        Assert.Equal(HttpStatusCode.Gone, (await space.Anonymous().GetAsync(link)).Status);
        Assert.Equal("Your address was changed", (await space.LastMailToAsync(person.Email)).Subject);
    }

    private static async Task<TestPage> AskAsync(TestBrowser browser, string email) =>
        await browser.SubmitAsync(await browser.GetAsync("/sign-in/forgot"), "main form[method=post]", ("Input.Email", email));

    private static async Task<TestPage> SignInAsync(TestBrowser browser, string email, string password) =>
        await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "form:has(#Input_Password)", ("Input.Email", email), ("Input.Password", password));
}
