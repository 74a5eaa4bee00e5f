using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Review;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Rounds;

public sealed class PublishedCaseTests(TestApps apps)
{
    /// <summary>Case G01: the ratings of the official result report of 2021 must give the figures it printed.</summary>
    [Theory, Databases]
    public async Task Publish_TheRatingsOf2021_GivesTheFiguresThatWerePublished(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        var ratings = ReviewStage.PublishedRatings();
        using (var assessor = await stage.Space.AsAsync(stage.Assessor))
        {
            foreach (var indicator in stage.Indicators)
            {
                var page = await assessor.GetAsync($"{stage.Path}/review/{indicator}");
                await assessor.SubmitAsync(page, "#verdict form", ("Input.Value", $"{ratings[indicator]}"), ("Input.Explanation", $"As published for {indicator}."), ("then", "next"));
            }

            await assessor.SubmitAsync(await assessor.GetAsync($"{stage.Path}/review/complete"), "main form[method=post]");
        }

        using var organizer = await stage.Space.AsAsync(stage.Organizer);
        var preview = await organizer.SubmitAsync(await organizer.GetAsync($"{stage.Path}/consolidate"), "main form[method=post]");
        var published = await organizer.SubmitAsync(await organizer.GetAsync($"{stage.Path}/publish"), "main form[method=post]", ("Input.AgencyCode", ReviewStage.Agency));

        Assert.Equal(("2.95", "Good"), (Text(preview, "#index"), Text(preview, "#predicate")));
        Assert.Equal(["3.00", "3.00", "1.00", "3.61"], new[] { "D1", "D2", "D3", "D4" }.Select(d => preview.Document.QuerySelectorAll($"#node-{d} td")[1].TextContent));
        Assert.Contains("index 2.95, Good", published.Text, StringComparison.Ordinal);
        var snapshot = await stage.Space.ReadAsync(db => db.Snapshots.SingleAsync(s => s.Milestone == Milestone.Published));
        Assert.Equal((1, 2.9475m, "good"), (snapshot.Number, snapshot.Index, snapshot.Predicate));
        var result = SnapshotReader.Read(snapshot.Document).Results;
        Assert.Equal(2.95m, result.Total!.Index);
        Assert.Equal(3.00m, result.SelfTotal!.Index);
    }

    private static string Text(TestPage page, string selector) => page.Document.QuerySelector(selector)!.TextContent.Trim();
}
