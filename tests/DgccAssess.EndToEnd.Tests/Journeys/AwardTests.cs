using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>An award from its rules to the ceremony and what comes after.</summary>
public sealed class AwardTests(Product product) : BrowserTest(product)
{
    private const string Code = "innovation-2026";

    [Fact]
    public async Task Award_WithAJury_GoesFromNominationToAnAnsweredObjection()
    {
        var space = await App.CreateSpaceAsync("en", "ar");
        await space.PublishFiguresAsync("2026", "dgcc-2026", new PublishedAgency("ministry-a", 4m), new PublishedAgency("ministry-b", 3m));
        await space.DeclareAwardsAsync("awards/innovation-jury");
        var organizer = await OpenAsync(space, await space.CreatePersonAsync(Roles.Organizer, name: "Lestari Putri"));
        var coordinator = await OpenAsync(space, await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync("ministry-a"), "Ratna Dewi"));
        var at = $"{space.Path}/award-rounds/{Code}";

        await OpenAwardRoundAsync(organizer, space, "innovation-jury");
        await organizer.Locator("#Input_DueAt").FillAsync("2099-01-01T10:00");
        await organizer.PressAsync();
        await coordinator.GoAsync($"{space.Path}/home");
        await coordinator.FollowAsync(coordinator.Locator($"main a[href$='{Code}/nomination']"));
        await coordinator.Locator("#Input_Statement").FillAsync("One window for every licence.");
        await coordinator.PressAsync();
        await coordinator.Locator("#proof-file").SetInputFilesAsync(Papers.Regulation);
        await coordinator.FollowAsync(coordinator.Locator("#proof-upload button"));
        await Expect(coordinator.Locator("#proofs .evidence-name")).ToContainTextAsync([Papers.Regulation.Name]);

        await JudgeAsync(space, organizer, at);
        await organizer.GoAsync($"{at}/ranking");
        await Expect(organizer.Locator("#ranked-ministry-a")).ToContainTextAsync("gold");
        await SealAndRevealAsync(organizer, at);
        var anybody = await OpenAsync("ar");
        await anybody.GoAsync($"{space.Path}/results/awards/{Code}");
        await Expect(anybody.Locator("#innovation-ministry-a")).ToContainTextAsync("ذهبية");

        await coordinator.GoAsync($"{at}/objection");
        await coordinator.Locator("#Input_Reason").FillAsync("Our name is misspelt.");
        await coordinator.PressAsync();
        await organizer.GoAsync($"{at}/objections");
        await organizer.Locator("#objection-ministry-a input[value=false]").CheckAsync();
        await organizer.Locator("#objection-ministry-a textarea").FillAsync("It is spelt as you gave it.");
        await organizer.FollowAsync(organizer.Locator("#objection-ministry-a button"));
        await coordinator.GoAsync($"{at}/objection");
        await Expect(coordinator.Locator("main")).ToContainTextAsync("It is spelt as you gave it.");
    }

    [Fact]
    public async Task Award_WithoutScript_GoesFromTheRulesToTheWinners()
    {
        var space = await App.CreateSpaceAsync();
        await space.PublishFiguresAsync("2026", "dgcc-2026", new PublishedAgency("ministry-a", 4.4m), new PublishedAgency("ministry-b", 3.6m));
        await space.DeclareAwardsAsync("awards/levels-by-index");
        var organizer = await OpenAsync(space, await space.CreatePersonAsync(Roles.Organizer), adjust: options => options.JavaScriptEnabled = false);
        var at = $"{space.Path}/award-rounds/{Code}";

        await organizer.GoAsync($"{space.Path}/award-rounds/simulation?Award=levels-by-index&Round=2026");
        await Expect(organizer.Locator("#ranked-ministry-a")).ToContainTextAsync("gold");
        await OpenAwardRoundAsync(organizer, space, "levels-by-index");
        await organizer.PressAsync();
        await organizer.GoAsync($"{at}/decision");
        await organizer.Locator("#Input_Agency").FillAsync("ministry-b");
        await organizer.Locator("#Input_Reason").FillAsync("An inquiry is under way.");
        await organizer.PressAsync();
        await Expect(organizer.Locator("#departure-ministry-b")).ToContainTextAsync("An inquiry is under way.");
        await SealAndRevealAsync(organizer, at);

        var anybody = await OpenAsync(adjust: options => options.JavaScriptEnabled = false);
        await anybody.GoAsync($"{space.Path}/results/awards/{Code}");
        await Expect(anybody.Locator("#levels-ministry-a")).ToContainTextAsync("gold");
        await Expect(anybody.Locator("#levels-ministry-b")).ToHaveCountAsync(0);
    }

    private static async Task OpenAwardRoundAsync(IPage organizer, TestSpace space, string award)
    {
        await organizer.GoAsync($"{space.Path}/award-rounds/new");
        await organizer.Locator("#Input_Code").FillAsync(Code);
        await organizer.Locator($"#award-{award}").CheckAsync();
        await organizer.Locator("#Input_Round").SelectOptionAsync("2026");
        await organizer.PressAsync();
    }

    private async Task JudgeAsync(TestSpace space, IPage organizer, string at)
    {
        List<Person> jurors = [];
        for (var i = 1; i <= 3; i++) jurors.Add(await space.CreatePersonAsync(Roles.Juror, name: $"Juror {i}"));
        await organizer.GoAsync($"{at}/panel");
        await organizer.Locator("#Input_Name").FillAsync("Experts");
        foreach (var juror in jurors) await organizer.Locator($"#juror-{juror.Id}").CheckAsync();
        await organizer.PressAsync();
        await space.ReadAsync(db => db.AwardRounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.NominationsDueAt, TimeProvider.System.UtcNow.AddMinutes(-1))));
        await organizer.FollowAsync(organizer.Locator("#jury-step button"));
        foreach (var juror in jurors)
        {
            var page = await OpenAsync(space, juror);
            await page.FollowAsync(page.Locator($"main a[href$='{Code}/judge']"));
            await page.FollowAsync(page.Locator(".task-name"));
            for (var i = 0; i < 3; i++) await page.Locator($"#Input_Scores_{i}__Points").FillAsync("80");
            await page.FollowAsync(page.Locator("#score button"));
        }

        await organizer.GoAsync($"{at}/jury");
        await organizer.FollowAsync(organizer.Locator("#jury-step button"));
        await organizer.FollowAsync(organizer.Locator("#jury-step button"));
    }

    private static async Task SealAndRevealAsync(IPage organizer, string at)
    {
        await organizer.GoAsync($"{at}/seal");
        await organizer.Locator("#Input_TypedCode").FillAsync(Code);
        await organizer.PressAsync();
        await organizer.FollowAsync(organizer.Locator("#reveal-now button"));
    }
}
