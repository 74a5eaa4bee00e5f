using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>A good agency is found and asked; it reads the text, agrees, and the government sees what Korea will see.</summary>
public sealed class PracticeTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task Practice_IsProposedAndAgreedTo_WithoutJavaScript()
    {
        var space = await App.CreateSpaceAsync();
        await space.PublishRoundAsync("2026", [.. Enumerable.Range(1, 6).Select(i => new AgencyToPublish($"ministry-{i}", "ministry", i == 3 ? 5 : 2))]);
        await space.PublishNationalAsync("2026");
        await space.ApproveCoreAsync("spbe-2020");
        var administrator = await OpenAsync(space, await space.CreatePersonAsync(Roles.Administrator), adjust: options => options.JavaScriptEnabled = false);
        var coordinator = await OpenAsync(space, await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync("ministry-3")), adjust: options => options.JavaScriptEnabled = false);

        await administrator.GoAsync($"{space.Path}/sharing/rounds/2026");
        await administrator.FollowAsync(administrator.Locator("main a[href$='/practices']"));
        await administrator.FollowAsync(administrator.Locator("main a.btn-primary"));
        await administrator.Locator("#Input_Question").SelectOptionAsync("C2");
        await administrator.FollowAsync(administrator.Locator("main form[method=get] button"));
        await Expect(administrator.Locator("#candidates tbody tr")).ToHaveCountAsync(1);
        await administrator.FollowAsync(administrator.Locator("#candidates .cell-link a"));
        await administrator.Locator("#Input_Texts_0__Text").FillAsync(TestSpace.SomePractice);
        await administrator.FollowAsync(administrator.Locator("main form[method=post] .btn-primary"));
        await Expect(administrator.Locator("main .page-meta")).ToContainTextAsync("Agency is asked");

        await coordinator.GoAsync($"{space.Path}/home");
        await coordinator.FollowAsync(coordinator.Locator("main a[href$='/practices/C2']"));
        await Expect(coordinator.Locator(".quoted")).ToContainTextAsync(TestSpace.SomePractice);
        await coordinator.Locator("#confirmed").CheckAsync();
        await coordinator.FollowAsync(coordinator.Locator("#agree button"));
        await Expect(coordinator.Locator("#withdraw")).ToBeVisibleAsync();

        await administrator.GoAsync($"{space.Path}/sharing/rounds/2026?level={(int)SharingLevel.Agencies}");
        await Expect(administrator.Locator("#preview")).ToContainTextAsync(TestSpace.SomePractice);
    }
}
