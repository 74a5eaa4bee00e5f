using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using MiniExcelLibs;

namespace DgccAssess.Tests.Features.Awards.Rounds;

/// <summary>The ranking as a file: everybody of every category, with why, and closed while the list is sealed.</summary>
public sealed class RankingFileTests(TestApps apps)
{
    private const string File = $"/award-rounds/{AwardScene.Code}/ranking/file";

    [Fact]
    public async Task File_HoldsRanksAndRefusalsOfEveryCategory()
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(DatabaseProvider.Sqlite))).DecidingAsync();
        using var book = new MemoryStream(await scene.Browser.Client.GetByteArrayAsync(scene.Browser.Absolute(File)));
        var rows = book.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        var csv = (await scene.Browser.Client.GetStringAsync(scene.Browser.Absolute($"{File}?format=csv"))).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(rows.Count + 1, csv.Length);
        var categories = rows.GroupBy(r => r["category"]).ToList();
        Assert.True(categories.Count > 1);
        Assert.Single(categories.Select(c => c.Count()).Distinct());
        var best = rows.First(r => r["code"] is "ministry-01" && r["rank"] is 1.0);
        Assert.Equal((true, null), ((bool)best["winner"]!, best["refusals"]));
        var silent = rows.First(r => r["code"] is "silent-ministry" && r["category"]!.Equals(best["category"]));
        Assert.Equal((null, "no-publication-consent"), (silent["rank"], silent["refusals"]));
        Assert.Equal(HttpStatusCode.BadRequest, (await scene.GetAsync("/ranking/file?format=pdf")).Status);
    }

    [Theory, Databases]
    public async Task File_WhileTheListIsSealed_IsClosed(DatabaseProvider provider)
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(provider))).DecidingAsync();
        await scene.SealAsync();

        // The page for those who confirm who they are.
        Assert.EndsWith("/sealed", (await scene.GetAsync("/ranking/file?format=csv")).Response.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        await scene.RevealAsync();
        Assert.Contains("ministry-01", (await scene.GetAsync("/ranking/file?format=csv")).Body, StringComparison.Ordinal);
    }
}
