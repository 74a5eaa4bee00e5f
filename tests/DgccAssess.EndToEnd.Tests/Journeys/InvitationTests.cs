using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>An administrator invites somebody, who reads the mail, chooses a password, signs in, forgets it and chooses another.</summary>
public sealed class InvitationTests(Product product) : BrowserTest(product)
{
    private const string Email = "dewi.lestari@ministry.example";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Person_Invited_AcceptsSignsInAndResetsThePassword(bool script)
    {
        var space = await App.CreateSpaceAsync();
        var office = await OpenAsync(space, await space.CreatePersonAsync(Roles.Administrator), adjust: o => o.JavaScriptEnabled = script);
        await office.GoAsync($"{space.Path}/accounts");
        await office.FollowAsync(office.Locator("main a.btn-primary"));
        await office.Locator("#Input_Email").FillAsync(Email);
        await office.Locator("#Input_DisplayName").FillAsync("Dewi Lestari");
        await office.Locator("#role-organizer").CheckAsync();
        await office.PressAsync();
        await Expect(office.Locator("h1")).ToHaveTextAsync("Dewi Lestari");

        var home = await OpenAsync(adjust: o => o.JavaScriptEnabled = script);
        await home.GoAsync((await space.LastMailToAsync(Email)).Link(space));
        await home.Locator("#Input_Password").FillAsync("otter lantern seven bridges");
        await home.PressAsync();
        var person = new Person(Guid.Empty, Email, "otter lantern seven bridges", "Dewi Lestari", Roles.Organizer, null);
        await home.SignInAsync(space, person);

        await office.GoAsync($"{space.Path}/accounts?state=Active");
        await Expect(office.Locator("tbody")).ToContainTextAsync("Dewi Lestari");

        var later = await OpenAsync(adjust: o => o.JavaScriptEnabled = script);
        await later.GoAsync($"{space.Path}/sign-in");
        await later.FollowAsync(later.Locator("a[href$='/sign-in/forgot']"));
        await later.Locator("#Input_Email").FillAsync(Email);
        await later.PressAsync();
        await Expect(later.Locator("h1")).ToHaveTextAsync("Look into your mailbox");
        await later.GoAsync((await space.LastMailToAsync(Email)).Link(space));
        await later.Locator("#Input_Password").FillAsync("quiet harbour under snow");
        await later.PressAsync();
        await later.SignInAsync(space, person with { Password = "quiet harbour under snow" });

        // Where she was signed in with the old one, she no longer is.
        await home.GotoAsync($"{space.Path}/home");
        await Expect(home.Locator("#Input_Password")).ToBeVisibleAsync();
    }
}
