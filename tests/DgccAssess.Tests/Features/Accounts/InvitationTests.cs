using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Accounts;

public sealed class InvitationTests(TestApps apps)
{
    private const string Password = "otter lantern seven bridges";

    [Theory, Databases]
    public async Task Invitation_Accepted_SignsInOnceItsPasswordIsChosen_AndTheLinkIsUsedUp(DatabaseProvider provider)
    {
        var (space, administrator) = await PrepareAsync(provider);
        using var admin = administrator;
        var account = await TestSpace.InviteAsync(admin, "dewi@agency.example", Roles.Reader);
        Assert.Contains("Waiting to be sent", account.Text, StringComparison.Ordinal);

        var mail = await space.LastMailToAsync("dewi@agency.example");
        Assert.Contains("Sent", (await admin.GetAsync(account.Path)).Text, StringComparison.Ordinal);
        using var browser = space.Anonymous();
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(browser, "dewi@agency.example", Password)).Status);

        using var slower = space.Anonymous();
        var late = await slower.GetAsync(mail.Link(space));
        var form = await browser.GetAsync(mail.Link(space));
        Assert.Equal("Accept the invitation", form.Heading);
        var weak = await browser.SubmitAsync(form, "main form[method=post]", ("Input.Password", "short"));
        Assert.Equal(HttpStatusCode.BadRequest, weak.Status);
        Assert.Contains("Use at least 12 characters.", weak.Text, StringComparison.Ordinal);
        var chosen = await browser.SubmitAsync(weak, "main form[method=post]", ("Input.Password", Password));
        Assert.Equal("Sign in", chosen.Heading);
        Assert.Contains("Your password is saved.", chosen.Text, StringComparison.Ordinal);
        Assert.Equal("Your work", (await SignInAsync(browser, "dewi@agency.example", Password)).Heading);

        Assert.Equal(HttpStatusCode.Gone, (await space.Anonymous().GetAsync(mail.Link(space))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await slower.SubmitAsync(late, "main form[method=post]", ("Input.Password", "another good password here"))).Status);
        Assert.Contains("Accepted", (await admin.GetAsync(account.Path)).Text, StringComparison.Ordinal);
        Assert.Equal(
            [nameof(AccountInvited), nameof(InvitationAccepted), nameof(PasswordSet)],
            await space.ReadAsync(db => db.AuditEvents.Where(e => e.Type == nameof(AccountInvited) || e.Type == nameof(InvitationAccepted) || e.Type == nameof(PasswordSet)).OrderBy(e => e.Type).Select(e => e.Type).ToListAsync()));
    }

    [Theory, Databases]
    public async Task Invitation_SentAgain_VoidsTheEarlierLink_AndTakenBackBoth(DatabaseProvider provider)
    {
        var (space, administrator) = await PrepareAsync(provider);
        using var admin = administrator;
        var account = await TestSpace.InviteAsync(admin, "dewi@agency.example", Roles.Reader);
        var first = (await space.LastMailToAsync("dewi@agency.example")).Link(space);
        var again = await admin.SubmitAsync(account, "form[action*=Resend]");
        var second = (await space.LastMailToAsync("dewi@agency.example")).Link(space);

        using var browser = space.Anonymous();
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(second)).Status);

        // From the page as it was before the second sending: somebody else's click.
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SubmitAsync(account, "form[action*=Revoke]")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SubmitAsync(again, "form[action*=Revoke]", ("version", null))).Status);
        var revoked = await admin.SubmitAsync(again, "form[action*=Revoke]");
        Assert.Contains("Taken back", revoked.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(second)).Status);
    }

    [Theory, Databases]
    public async Task Invitation_WhoseTimeIsOver_OpensNothing(DatabaseProvider provider)
    {
        var (space, administrator) = await PrepareAsync(provider);
        using var admin = administrator;
        await TestSpace.InviteAsync(admin, "dewi@agency.example", Roles.Reader);
        var link = (await space.LastMailToAsync("dewi@agency.example")).Link(space);
        var past = TimeProvider.System.UtcNow.AddSeconds(-1);
        await space.ReadAsync(db => db.Invitations.ExecuteUpdateAsync(set => set.SetProperty(i => i.ExpiresAt, past)));

        Assert.Equal(HttpStatusCode.Gone, (await space.Anonymous().GetAsync(link)).Status);
    }

    [Theory, Databases]
    public async Task Link_OfOneSpace_IsRefusedInAnother(DatabaseProvider provider)
    {
        var (space, administrator) = await PrepareAsync(provider);
        using var admin = administrator;
        var other = await apps.On(provider).CreateSpaceAsync();
        await TestSpace.InviteAsync(admin, "dewi@agency.example", Roles.Reader);
        var link = (await space.LastMailToAsync("dewi@agency.example")).Link(space);
        using var browser = other.Anonymous();

        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(other.Path + link[space.Path.Length..])).Status);
        // The very same row, carried over: the token still is another space's.
        await other.ReadAsync(async db =>
        {
            var (account, invitation) = await space.ReadAsync(async from => (await from.Users.AsNoTracking().SingleAsync(u => u.Email == "dewi@agency.example"), await from.Invitations.AsNoTracking().SingleAsync()));
            db.AddRange(account, invitation);
            db.AuditEvents.Add(new() { Id = Guid.CreateVersion7(), At = TimeProvider.System.UtcNow, ActorId = Guid.Empty, ActorName = "test", Type = "Test", Subject = "test", Details = "{}" });
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(other.Path + link[space.Path.Length..])).Status);
    }

    [Theory, Databases]
    public async Task Invite_FaultyFields_AreNamed_AndAPostTwiceInvitesOnce(DatabaseProvider provider)
    {
        var (space, administrator) = await PrepareAsync(provider);
        using var admin = administrator;
        var form = await admin.GetAsync("/accounts/invite");

        var refused = await admin.SubmitAsync(form, "main form[method=post]", ("Input.Email", "nobody"), ("Input.DisplayName", new string('x', 201)), ("Input.Roles", "pharaoh"), ("Input.Language", "tlh"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            ["Input.Email", "Input.DisplayName", "Input.Roles", "Input.Language"],
            refused.Document.QuerySelectorAll("#error-summary a").Select(a => a.GetAttribute("data-field")!));
        Assert.Equal(["Input.Email", "Input.DisplayName", "Input.Language"], refused.Document.QuerySelectorAll("[aria-invalid=true]").Select(field => field.GetAttribute("name")!));
        var homeless = await admin.SubmitAsync(form, "main form[method=post]", ("Input.Email", "a@b.example"), ("Input.DisplayName", "A"), ("Input.Roles", Roles.Respondent));
        Assert.Contains("Choose the agency", homeless.Text, StringComparison.Ordinal);

        (string, string?)[] good = [("Input.Email", "a@b.example"), ("Input.DisplayName", "A"), ("Input.Roles", Roles.Reader)];
        Assert.Equal(HttpStatusCode.OK, (await admin.SubmitAsync(form, "main form[method=post]", good)).Status);
        Assert.Equal(HttpStatusCode.OK, (await admin.SubmitAsync(form, "main form[method=post]", good)).Status);
        Assert.Single(await space.MailsToAsync("a@b.example"));
        var taken = await admin.SubmitAsync(await admin.GetAsync("/accounts/invite"), "main form[method=post]", good);
        Assert.Contains("already has an account", taken.Text, StringComparison.Ordinal);
    }

    private async Task<(TestSpace Space, TestBrowser Administrator)> PrepareAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        return (space, await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator)));
    }

    private static async Task<TestPage> SignInAsync(TestBrowser browser, string email, string password) =>
        await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "form:has(#Input_Password)", ("Input.Email", email), ("Input.Password", password));
}
