using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SignIn.Authenticator;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.SignIn;

public sealed class SecondFactorTests(TestApps apps)
{
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    public void Code_OfTheTestVectorsOfRfc6238_IsTheirs(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.StepAt(DateTime.UnixEpoch.AddSeconds(seconds))));

    [Theory, Databases]
    public async Task SetUp_ThenSignIn_AsksForACodeThatIsGoodOnce(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader);
        var (key, codes) = await SetUpAsync(space, person);
        Assert.Equal(SetUpSecondFactor.RecoveryCodes, codes.Count);

        // The code of the set-up is used; the next step's is within the window.
        using var browser = space.Anonymous();
        var second = await PasswordAsync(browser, person);
        Assert.Equal("Second step", second.Heading);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(browser, second, Code(key, 0))).Status);
        Assert.Equal("Your work", (await CodeAsync(browser, second, Code(key, 1))).Heading);

        using var replaying = space.Anonymous();
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(replaying, await PasswordAsync(replaying, person), Code(key, 1))).Status);
    }

    [Theory, Databases]
    public async Task RecoveryCode_IsGoodOnce_AndFiveWrongOnesLockOut(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader);
        var (_, codes) = await SetUpAsync(space, person);

        using var browser = space.Anonymous();
        Assert.Equal("Your work", (await CodeAsync(browser, await PasswordAsync(browser, person), codes[0].ToLowerInvariant())).Heading);
        Assert.Contains("Left: 9", (await browser.GetAsync("/security")).Text, StringComparison.Ordinal);

        using var again = space.Anonymous();
        var second = await PasswordAsync(again, person);
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(again, second, codes[0])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(again, second, codes[1])).Status);
    }

    [Theory, Databases]
    public async Task Role_ThatMustUseOne_GetsNowhereElseUntilItIsSetUp(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync(id => new SpaceSettings
        {
            Names = LocalizedText.Of(("en", $"Strictland {id}")), Languages = ["en"], TimeZone = "Asia/Jakarta", MfaRoles = [Roles.Organizer],
        });
        var person = await space.CreatePersonAsync(Roles.Organizer);
        using var browser = await space.AsAsync(person);

        Assert.Equal("Security", (await browser.GetAsync("/rounds")).Heading);
        await SetUpAsync(browser);

        Assert.Equal("Rounds", (await browser.GetAsync("/rounds")).Heading);
    }

    [Theory, Databases]
    public async Task Session_EndedElsewhere_StopsAtOnce(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var here = await space.AsAsync(person);
        using var there = await space.AsAsync(person);
        Assert.Equal("Your work", (await there.GetAsync("/home")).Heading);

        await here.SubmitAsync(await here.GetAsync("/security"), "form[action*=EndOthers]");

        Assert.Equal("Sign in", (await there.GetAsync("/home")).Heading);
        Assert.Equal("Your work", (await here.GetAsync("/home")).Heading);
    }

    [Theory, Databases]
    public async Task Session_IdleTooLong_Ends(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Reader));

        await AgeAsync(space, s => s.SetProperty(x => x.LastSeenAt, TimeProvider.System.UtcNow.AddMinutes(-61)));

        Assert.Equal("Sign in", (await browser.GetAsync("/home")).Heading);
    }

    [Theory, Databases]
    public async Task StepUp_OldProof_AsksAgainAndKeepsWhatWasTyped(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader);
        using var browser = await space.AsAsync(person);
        var form = await browser.GetAsync("/security/authenticator");
        var key = Key(form);
        await AgeAsync(space, s => s.SetProperty(x => x.ConfirmedAt, TimeProvider.System.UtcNow.AddMinutes(-11)));

        var asked = await browser.SubmitAsync(form, "main form[method=post]", ("Input.Code", Code(key, 0)));
        Assert.Equal((HttpStatusCode.Forbidden, Code(key, 0)), (asked.Status, asked.Value("Input.Code")));
        var wrong = await browser.SubmitAsync(asked, "main form[method=post]", ("StepUp.Proof", "not the password"));
        Assert.Equal(HttpStatusCode.Forbidden, wrong.Status);
        var done = await browser.SubmitAsync(wrong, "main form[method=post]", ("StepUp.Proof", person.Password));
        Assert.Equal("Your recovery codes", done.Heading);

        await AgeAsync(space, s => s.SetProperty(x => x.ConfirmedAt, TimeProvider.System.UtcNow.AddMinutes(-11)));
        var confirm = await browser.GetAsync("/security/recovery-codes");
        Assert.Equal("Confirm that it is you", confirm.Heading);
        Assert.Equal("Make new recovery codes", (await browser.SubmitAsync(confirm, "main form[method=post]", ("StepUp.Proof", person.Password))).Heading);
    }

    [Theory, Databases]
    public async Task StepUp_PageOfAnotherFeature_AsksAgainThere(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var administrator = await space.CreatePersonAsync(Roles.Administrator);
        using var browser = await space.AsAsync(administrator);
        var form = await browser.GetAsync("/roles/new");
        await AgeAsync(space, s => s.SetProperty(x => x.ConfirmedAt, TimeProvider.System.UtcNow.AddMinutes(-11)));

        var asked = await browser.SubmitAsync(form, "main form[method=post]", ("Input.Name", "observer"), ("Input.Title", "Observer"), ("Input.Permissions", Permissions.ResultsRead));
        Assert.Equal((HttpStatusCode.Forbidden, "Confirm that it is you"), (asked.Status, asked.Heading));
        Assert.Equal("Roles", (await browser.SubmitAsync(asked, "main form[method=post]", ("StepUp.Proof", administrator.Password))).Heading);
    }

    private static async Task AgeAsync(TestSpace space, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<SignInSession>> set)
    {
        var hashes = await space.ReadAsync(db => db.SignInSessions.Select(s => s.TokenHash).ToListAsync());
        await space.ReadAsync(db => db.SignInSessions.ExecuteUpdateAsync(set));
        foreach (var hash in hashes) space.App.Services.GetRequiredService<SessionCache>().Forget(space.Space.Id, hash);
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(TestSpace space, Person person)
    {
        using var browser = await space.AsAsync(person);
        return await SetUpAsync(browser);
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(TestBrowser browser)
    {
        var page = await browser.GetAsync("/security/authenticator");
        var key = Key(page);
        var codes = await browser.SubmitAsync(page, "main form[method=post]", ("Input.Code", Code(key, 0)));
        return (key, [.. codes.Document.QuerySelectorAll(".recovery-codes code").Select(c => c.TextContent)]);
    }

    private static string Key(TestPage page) => page.Document.QuerySelector(".otp-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    private static string Code(string key, int ahead) => Totp.CodeAt(key, Totp.StepAt(TimeProvider.System.UtcNow) + ahead);

    private static async Task<TestPage> PasswordAsync(TestBrowser browser, Person person) =>
        await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "form:has(#Input_Password)", ("Input.Email", person.Email), ("Input.Password", person.Password));

    private static Task<TestPage> CodeAsync(TestBrowser browser, TestPage page, string code) => browser.SubmitAsync(page, "form:has(#Input_Code)", ("Input.Code", code));
}
