using System.Net;
using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Files;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Files;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Awards;
using DgccAssess.TestCommon;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Awards.Rounds;

public sealed class SimulationTests(TestApps apps)
{
    private const string Asked = $"/award-rounds/simulation?Award={AwardScene.Award}&Round=2026&Previous=2025";

    [Theory, Databases]
    public async Task Simulation_OnPublishedResults_ShowsWinnersAndWhyOthersAreRefused(DatabaseProvider provider)
    {
        using var scene = await AwardScene.OpenAsync(apps.On(provider));

        var page = await scene.Browser.GetAsync(Asked);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var ranked = page.Document.QuerySelectorAll("#ranking tbody tr").Select(r => r.Id).ToList();
        Assert.Equal(["ranked-ministry-01", "ranked-ministry-02"], ranked.Take(2));
        Assert.Equal(11, ranked.Count);
        Assert.Equal(10, page.Document.QuerySelectorAll("#ranking .status-ok, #ranking [class*='ok']").Length);
        Assert.Contains("no-publication-consent", page.Document.GetElementById("refused-silent-ministry")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("predicate-too-low", page.Document.GetElementById("refused-low-ministry")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("not-taking-part", page.Document.GetElementById("refused-absent-ministry")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("other-group", (await WholeRankingAsync(scene)).Json, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Simulation_EqualIndex_SaysWhatDecided(DatabaseProvider provider)
    {
        using var scene = await AwardScene.OpenAsync(apps.On(provider));

        var page = await scene.Browser.GetAsync(Asked + "&Category=cities");

        Assert.Equal(["ranked-city-a", "ranked-city-b", "ranked-city-c", "ranked-city-d"], page.Document.QuerySelectorAll("#ranking tbody tr").Select(r => r.Id));
        Assert.Contains("D4", page.Document.GetElementById("ranked-city-a")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("increase", page.Document.GetElementById("ranked-city-c")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Simulation_SameInputs_SameBytesAndTheHashShownIsTheirs(DatabaseProvider provider)
    {
        using var scene = await AwardScene.OpenAsync(apps.On(provider));

        var (one, other) = (await WholeRankingAsync(scene), await WholeRankingAsync(scene));
        var shown = (await scene.Browser.GetAsync(Asked)).Document.GetElementById("ranking-hash")!.TextContent;

        Assert.Equal(one.Json, other.Json);
        Assert.Equal(CanonicalText.Hash(Encoding.UTF8.GetBytes(one.Json)), shown);
    }

    [Fact]
    public async Task Candidates_AsAFile_GiveTheSameRankingOnTheCommandLine()
    {
        using var scene = await AwardScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        using var folder = new SampleAwards();
        var inApp = await WholeRankingAsync(scene);
        folder.Write("candidates.json", inApp.CandidatesJson);

        var read = CandidatesFile.Read(folder.PathOf("candidates.json"), [inApp.Award.Document.Award]);

        Assert.Empty(read.Problems);
        Assert.Equal(inApp.Json, RankingJson.Write(AwardRanking.Rank(inApp.Award.Document.Award, read.Value!)));
    }

    [Theory]
    [InlineData("Award=nothing&Round=2026", "Choose an award")]
    [InlineData($"Award={AwardScene.Award}&Round=1999", "Choose a round")]
    [InlineData($"Award={AwardScene.Award}&Round=2026&Previous=1999", "Choose a round")]
    public async Task Simulation_OfWhatIsNotThere_SaysSoAtTheField(string query, string message)
    {
        using var scene = await AwardScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));

        var page = await scene.Browser.GetAsync("/award-rounds/simulation?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(message, page.Document.GetElementById("error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.GetElementById("ranking"));
    }

    [Fact]
    public async Task Pages_OfAwardRounds_AreReadByAuditorsAndNobodyElse()
    {
        using var scene = await AwardScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        using var auditor = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Auditor));
        using var reader = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Reader));

        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync(Asked)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync("/award-rounds/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(Asked)).Status);
    }

    private static Task<RankedAward> WholeRankingAsync(AwardScene scene) => scene.Space.RunAsync(async services =>
    {
        var shelf = services.GetRequiredService<AwardShelf>();
        var award = (await shelf.HoldingAsync(default)).Single(a => a.Code == AwardScene.Award);
        var (round, previous) = (await shelf.RoundAsync("2026", default), await shelf.RoundAsync("2025", default));
        return await services.GetRequiredService<RankAward>().HandleAsync(award, round!.Id, previous!.Id, RankAward.NoScores, default);
    });
}
