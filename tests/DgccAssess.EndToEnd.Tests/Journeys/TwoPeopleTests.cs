using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>Two people, or two tabs of one, on the same indicator: both texts stay in sight until somebody chooses.</summary>
public sealed class TwoPeopleTests(Product product) : BrowserTest(product)
{
    private const string First = "Siti was first.";
    private const string Second = "Budi knows better.";

    private TestDiagnosis diagnosis = null!;

    public override async ValueTask InitializeAsync() => diagnosis = await (await App.CreateSpaceAsync()).OpenDiagnosisAsync(AgencyToAssess.Kemenko);

    [Fact]
    public async Task TwoPeople_OneIndicator_SeeBothTextsAndTakeMine()
    {
        var (siti, budi) = (await OpenAsync(diagnosis.Space, diagnosis.Respondent), await OpenAsync(diagnosis.Space, diagnosis.Colleague));
        await CollideAsync(siti, budi);

        await Expect(budi.Locator("#conflict h2")).ToContainTextAsync("Siti Rahma");
        await budi.Locator("#conflict [data-take=mine]").First.ClickAsync();
        await budi.Locator("#conflict [data-conflict-done]").ClickAsync();
        await budi.ExpectSavedAsync();
        await Expect(budi.Locator("#conflict")).ToBeHiddenAsync();
        Assert.Equal(Second, await StoredAsync());
    }

    [Fact]
    public async Task TwoTabs_OneIndicator_SeeBothTextsAndTakeTheirs()
    {
        var first = await OpenAsync(diagnosis.Space, diagnosis.Respondent);
        var second = await first.Context.NewPageAsync();
        await CollideAsync(first, second);

        await second.Locator("#conflict [data-take=theirs]").First.ClickAsync();
        await Expect(Analysis(second)).ToHaveValueAsync(First);
        await second.Locator("#conflict [data-conflict-done]").ClickAsync();
        await second.ExpectSavedAsync();
        Assert.Equal(First, await StoredAsync());
    }

    [Fact]
    public async Task TwoPeople_WithoutScript_GetBothTextsOnThePage()
    {
        var siti = await OpenAsync(diagnosis.Space, diagnosis.Respondent);
        var budi = await OpenAsync(diagnosis.Space, diagnosis.Colleague, adjust: options => options.JavaScriptEnabled = false);
        await budi.GoAsync($"{diagnosis.Path}/I1");
        await siti.GoAsync($"{diagnosis.Path}/I1");
        await Analysis(siti).FillAsync(First);
        await siti.ExpectSavedAsync();

        Troubles.Of(budi.Context).Expect("409 (Conflict)");
        await Analysis(budi).FillAsync(Second);
        await budi.PressAsync("stay");
        await ExpectBothAsync(budi);
        await Expect(Analysis(budi)).ToHaveValueAsync(Second);
        await budi.FollowAsync(budi.Locator("#conflict button[data-conflict-done]"));
        Assert.Equal(Second, await StoredAsync());
    }

    private async Task CollideAsync(IPage first, IPage second)
    {
        Troubles.Of(second.Context).Expect("409 (Conflict)");
        await first.GoAsync($"{diagnosis.Path}/I1");
        await second.GoAsync($"{diagnosis.Path}/I1");
        await Analysis(first).FillAsync(First);
        await first.ExpectSavedAsync();

        await Analysis(second).FillAsync(Second);
        await ExpectBothAsync(second);
        await second.LookAsync();
        Assert.Equal(First, await StoredAsync());
    }

    private static async Task ExpectBothAsync(IPage page)
    {
        var part = page.Locator("#conflict [data-conflict-for='Input.Analysis']");
        await Expect(part.Locator("[data-mine]")).ToHaveTextAsync(Second);
        await Expect(part.Locator("[data-theirs]")).ToHaveTextAsync(First);
        var (mine, theirs) = (await part.Locator("[data-mine]").BoundingBoxAsync(), await part.Locator("[data-theirs]").BoundingBoxAsync());
        Assert.True(Math.Abs(mine!.Y - theirs!.Y) < 4 && mine.X < theirs.X, "The two texts stand side by side.");
    }

    private static ILocator Analysis(IPage page) => page.Locator("#Input_Analysis");

    private Task<string> StoredAsync() => diagnosis.Space.ReadAsync(db => db.Answers.Where(a => a.Indicator == "I1").Select(a => a.Analysis).SingleAsync());
}
