using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Accounts;

public sealed class ChangePasswordTests(TestApps apps)
{
    private const string New = "otter lantern seven bridges";
    private const string Form = "main form[method=post]";

    [Theory, Databases]
    public async Task Password_Changed_KeepsThisSignInEndsOthers_AndIsTheOneFromThenOn(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Organizer);
        using var here = await space.AsAsync(person);
        using var elsewhere = await space.AsAsync(person);
        Assert.NotNull((await here.GetAsync("/security")).Document.QuerySelector("main a[href$='/security/password']"));
        var form = await here.GetAsync("/security/password");

        var done = await here.SubmitAsync(form, Form, ("Input.Current", person.Password), ("Input.Password", New));
        // The form as it was, pressed again.
        var again = await here.SubmitAsync(form, Form, ("Input.Current", person.Password), ("Input.Password", New));

        Assert.Equal(("Your password is changed", "Your password is changed"), (done.Heading, again.Heading));
        Assert.Equal("Rounds", (await here.GetAsync("/rounds")).Heading);
        Assert.Equal("Sign in", (await elsewhere.GetAsync("/rounds")).Heading);
        using var later = await space.AsAsync(person with { Password = New });
        Assert.Equal("Rounds", (await later.GetAsync("/rounds")).Heading);
        await Assert.ThrowsAsync<InvalidOperationException>(() => space.AsAsync(person));
        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(PasswordSet) && e.ActorId == person.Id)));
        Assert.Single(await space.MailsToAsync(person.Email));
    }

    [Theory, Databases]
    public async Task Password_WithoutTheOneSoFar_OrAWeakOrTheSame_IsRefused(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var browser = await space.AsAsync(person);
        var form = await browser.GetAsync("/security/password");

        foreach (var (current, password, words) in new[]
        {
            ("wrong", New, "This is not your password so far."), ("", New, "This is not your password so far."), (new string('x', 5000), New, "This is not your password so far."),
            (person.Password, "short", "Use at least 12 characters."), (person.Password, person.Password, "This is your password already; choose another one."), (person.Password, new string('x', 5000), "256"),
        })
        {
            var page = await browser.SubmitAsync(form, Form, ("Input.Current", current), ("Input.Password", password));
            Assert.Equal((words, HttpStatusCode.BadRequest), (words, page.Status));
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(New, page.Body, StringComparison.Ordinal);
        }

        using var same = await space.AsAsync(person);
        Assert.Equal(0, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(PasswordSet))));
    }

    [Theory, Databases]
    public async Task Password_AskedOfAStaleSignIn_WantsAProofFirst(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var browser = await space.AsAsync(person);
        await space.ReadAsync(db => db.SignInSessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, s => s.ConfirmedAt.AddMinutes(-11))));

        Assert.Contains("/sign-in/confirm", (await browser.GetAsync("/security/password")).Path, StringComparison.Ordinal);
    }
}
