using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Demonstration;

/// <summary>Invented figures are marked wherever they are shown, whatever the address says.</summary>
public sealed class SyntheticMarkTests(TestApps apps)
{
    private const string Mark = ".synthetic-mark";

    [Theory, Databases]
    public async Task Award_GivenOnADemonstration_IsMarkedUnderAnyCode(DatabaseProvider provider)
    {
        var space = await (await apps.On(provider).CreateSpaceAsync()).CreateNationAsync(agencies: 8, rounds: 1);
        await space.DeclareAwardsAsync();
        await space.OpenAwardRoundAsync("gala", "digital-government-2024", "demo-2021");
        await space.MoveAwardRoundAsync("gala", AwardStage.Sealed);
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));

        foreach (var page in new[] { "/award-rounds/gala", "/award-rounds/gala/sealed", "/award-rounds/gala/kit" }) Assert.NotNull((await organizer.GetAsync(page)).Document.QuerySelector(Mark));
        Assert.Null((await organizer.GetAsync("/award-rounds")).Document.QuerySelector(Mark));
    }

    [Fact]
    public async Task Award_GivenOnARealRound_IsNotMarked()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        await space.PublishFiguresAsync("2026", "dgcc-2026", new PublishedAgency("kemenkeu", 4.3m));
        await space.DeclareAwardsAsync("awards/levels-by-index");
        await space.OpenAwardRoundAsync("gala", "levels-by-index", "2026");
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));

        Assert.Null((await organizer.GetAsync("/award-rounds/gala")).Document.QuerySelector(Mark));
    }
}
