using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>A government looks at what Korea will see and signs; Korea sees that; the government reads who looked, and takes it back.</summary>
public sealed class SharingTests(Product product) : BrowserTest(product)
{
    private const string Round = "2026";
    private const string Purpose = "To plan the next programme together.";

    /// <summary>Of each group as many at two levels as may be said.</summary>
    private static readonly AgencyToPublish[] Agencies =
        [.. new[] { "ministry", "city" }.SelectMany(group => Enumerable.Range(0, 12).Select(i => new AgencyToPublish($"{group}-{i}", group, i < 6 ? 2 : 4)))];

    [Fact]
    public async Task Agreement_LookedAtAndSigned_IsWhatKoreaSeesUntilItIsRevoked()
    {
        var (space, hub) = (await App.CreateSpaceAsync(), await App.HubAsync());
        await space.PublishRoundAsync(Round, Agencies);
        await space.PublishNationalAsync(Round);
        var person = await space.CreatePersonAsync(Roles.Administrator, name: "Sri Wahyuni");
        var administrator = await OpenAsync(space, person, adjust: options => options.JavaScriptEnabled = false);
        var agreement = await DraftAsync(space, administrator);
        await ChangeTogetherAsync(space, administrator, agreement);
        var preview = await SignAsync(space, administrator, person);
        await space.RunDueJobsAsync();

        var programme = await OpenAsync(hub, await hub.CreatePersonAsync(Roles.Programme, name: "Kim Minji"));
        await programme.FollowAsync(programme.Locator(".site-nav a[href$='/countries']"));
        await programme.FollowAsync(programme.Locator($"#countries a[href$='/countries/{space.Space.Id}']"));
        await programme.FollowAsync(programme.Locator("#rounds tbody a"));
        Assert.Equal(preview, await FiguresAsync(programme));
        Assert.Contains(",group,city,", await FileAsync(programme), StringComparison.Ordinal);

        await administrator.GoAsync($"{space.Path}/sharing/ledger");
        await Expect(administrator.Locator("#ledger tbody tr").Filter(new() { HasText = "Kim Minji" })).ToContainTextAsync(["Exported: figures of the round (CSV)", "Seen: page of the round", "Seen: country page"]);

        await RevokeAsync(administrator, agreement);
        await space.RunDueJobsAsync();
        await ExpectWithdrawnAsync(programme);
    }

    private static async Task<string> DraftAsync(TestSpace space, IPage administrator)
    {
        await administrator.GoAsync($"{space.Path}/sharing");
        await administrator.FollowAsync(administrator.Locator("#rounds tbody a"));
        await administrator.FollowAsync(administrator.Locator("main a.btn-primary"));
        await administrator.Locator("#level-3").CheckAsync();
        await administrator.Locator("#Input_Purpose").FillAsync("To learn.");
        await administrator.PressAsync();
        return administrator.Url;
    }

    /// <summary>A colleague, who reads Arabic, has the draft open while its purpose and paper are saved.</summary>
    private async Task ChangeTogetherAsync(TestSpace space, IPage administrator, string agreement)
    {
        var colleague = await OpenAsync(space, await space.CreatePersonAsync(Roles.Administrator), "ar");
        await colleague.GoAsync(agreement);
        await administrator.Locator("#Input_Purpose").FillAsync(Purpose);
        await administrator.FollowAsync(administrator.Locator("main form button").First);
        await administrator.Locator("#Document").SetInputFilesAsync(Papers.Regulation);
        await administrator.FollowAsync(administrator.Locator("main form[enctype] button"));
        await Expect(administrator.Locator("main a[href$='/document']")).ToHaveTextAsync(Papers.Regulation.Name);

        Troubles.Of(colleague.Context).Expect("409 (Conflict)");
        await colleague.Locator("#Input_Purpose").FillAsync("To sell.");
        await colleague.FollowAsync(colleague.Locator("main form button").First);
        await Expect(colleague.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(colleague.Locator("#conflict")).ToContainTextAsync(Purpose);
        await Expect(colleague.Locator("#Input_Purpose")).ToHaveValueAsync("To sell.");
        await colleague.ScreenshotAsync(new() { Path = Artifacts.Screen("sharing-conflict.1280-rtl.png"), FullPage = true });
    }

    /// <returns>The figures that were looked at.</returns>
    private static async Task<IReadOnlyList<string>> SignAsync(TestSpace space, IPage administrator, Person person)
    {
        await administrator.FollowAsync(administrator.Locator("main a[href$='/sign']"));
        var preview = await FiguresAsync(administrator);
        Assert.Contains(preview, row => row.Contains("12", StringComparison.Ordinal));
        await administrator.Locator("#Input_Signer").FillAsync("Sri Wahyuni, Deputy Minister");
        await administrator.Locator("#confirmed").CheckAsync();
        await space.ReadAsync(db => db.SignInSessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, TimeProvider.System.UtcNow.AddMinutes(-11))));
        Troubles.Of(administrator.Context).Expect("403 (Forbidden)");
        await administrator.PressAsync();
        await administrator.Locator("#StepUp_Proof").FillAsync(person.Password);
        await administrator.PressAsync();
        await Expect(administrator.Locator("main .page-meta")).ToContainTextAsync("Agreement 1");
        return preview;
    }

    private static async Task RevokeAsync(IPage administrator, string agreement)
    {
        await administrator.GoAsync(agreement);
        await administrator.FollowAsync(administrator.Locator("main a.btn-danger"));
        await administrator.Locator("#Input_Reason").FillAsync("The law changed.");
        await administrator.PressAsync();
        await Expect(administrator.Locator("main .page-meta .tag")).ToHaveTextAsync("Revoked");
    }

    /// <summary>The page that is open is read anew, in Arabic, and so is the file.</summary>
    private static async Task ExpectWithdrawnAsync(IPage programme)
    {
        await programme.FollowAsync(programme.Locator(".languages button[value=ar]"));
        await Expect(programme.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(programme.Locator("#national, #groups, #regions")).ToHaveCountAsync(0);
        Assert.DoesNotContain(",group,", await FileAsync(programme), StringComparison.Ordinal);
        await programme.GoAsync($"{programme.Url.Split('?')[0]}?version=1");
        await Expect(programme.Locator("main .notice-warn h2")).ToHaveTextAsync("سُحبت هذه النسخة");
        await programme.ScreenshotAsync(new() { Path = Artifacts.Screen("country-round-withdrawn.1280-rtl.png"), FullPage = true });
        await Expect(programme.Locator("#national, #groups, #regions")).ToHaveCountAsync(0);
    }

    private static Task<IReadOnlyList<string>> FiguresAsync(IPage page) => page.Locator("#national tbody tr, #groups tbody tr, #regions tbody tr").AllInnerTextsAsync();

    private static async Task<string> FileAsync(IPage programme)
    {
        var download = await programme.RunAndWaitForDownloadAsync(() => programme.Locator("main a[href$='/figures.csv']").ClickAsync());
        return await File.ReadAllTextAsync((await download.PathAsync())!);
    }
}
