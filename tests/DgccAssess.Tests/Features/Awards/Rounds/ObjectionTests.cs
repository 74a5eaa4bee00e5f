using System.IO.Compression;
using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Web.Features.Awards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Awards.Rounds;

public sealed class ObjectionTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Objection_Upheld_ChangesAPrizeWithAReasonEverybodyReads(DatabaseProvider provider)
    {
        using var scene = await RevealedAsync(provider);
        using var coordinator = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Coordinator, await scene.Space.AgencyIdAsync("ministry-11")));
        using var public_ = scene.Space.Anonymous();
        // Corrected after the seal: the list is changed by what was ranked, not by this.
        await scene.Space.PublishFiguresAsync(scene.Round, "spbe-2020", [AwardScene.Ministries[5] with { Index = 4.99m }]);

        await coordinator.SubmitAsync(await coordinator.GetAsync($"/award-rounds/{AwardScene.Code}/objection"), "#objection", ("Input.Reason", "Our figure was read wrongly."));
        var page = await scene.GetAsync("/objections");
        await scene.Browser.SubmitAsync(page, "#objection-ministry-11 form", ("Input.IsUpheld", "true"), ("Input.Answer", "You are right."));
        page = await scene.Browser.SubmitAsync(
            await scene.GetAsync("/objections"), "#departure", ("Input.Category", "ministries"), ("Input.Agency", "ministry-11"), ("Input.Kind", "Award"), ("Input.Reason", "An objection was upheld."));

        var winners = await public_.GetAsync($"/results/awards/{AwardScene.Code}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(winners.Document.GetElementById("ministries-ministry-11"));
        Assert.Contains("An objection was upheld.", winners.Text, StringComparison.Ordinal);
        Assert.Equal("ministries-ministry-01", winners.Document.QuerySelector("tbody tr")!.Id);
        Assert.Contains("You are right.", (await coordinator.GetAsync($"/award-rounds/{AwardScene.Code}/objection")).Text, StringComparison.Ordinal);
        Assert.Equal([1, 2], await scene.Space.ReadAsync(db => db.AwardDecisions.OrderBy(d => d.Number).Select(d => d.Number).ToListAsync()));
    }

    [Theory, Databases]
    public async Task Close_BeforeTheDaysAreOverOrWithAnOpenObjection_IsRefused(DatabaseProvider provider)
    {
        using var scene = await RevealedAsync(provider);
        using var coordinator = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Coordinator, await scene.Space.AgencyIdAsync("ministry-11")));
        var form = await coordinator.GetAsync($"/award-rounds/{AwardScene.Code}/objection");
        Assert.Equal(HttpStatusCode.Conflict, (await CloseAsync(scene)).Status);

        await coordinator.SubmitAsync(form, "#objection", ("Input.Reason", "Our figure was read wrongly."));
        await scene.Space.ReadAsync(db => db.AwardRounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.RevealAt, TimeProvider.System.UtcNow.AddDays(-8))));
        var open = await CloseAsync(scene);
        var late = await coordinator.SubmitAsync(form, "#objection", ("Input.Reason", "Another."), ("Input.Id", $"{Guid.CreateVersion7()}"));
        await scene.Browser.SubmitAsync(await scene.GetAsync("/objections"), "#objection-ministry-11 form", ("Input.IsUpheld", "false"), ("Input.Answer", "The figure is right."));

        Assert.Contains("Answer every objection", open.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(HttpStatusCode.OK, (await CloseAsync(scene)).Status);
        Assert.Equal(AwardStage.Closed, await scene.Space.ReadAsync(db => db.AwardRounds.Select(r => r.Stage).SingleAsync()));
    }

    [Theory, Databases]
    public async Task Ranking_OfASealedList_AgainFromWhatWasSealed_HasTheSameHash(DatabaseProvider provider)
    {
        using var scene = await RevealedAsync(provider);
        await scene.Space.PublishFiguresAsync(scene.Round, "spbe-2020", [AwardScene.Ministries[5] with { Index = 4.99m }]);

        var (again, stored) = await scene.Space.RunAsync(async services =>
        {
            var round = (await services.GetRequiredService<FindAwardRound>().HandleAsync(AwardScene.Code, default))!;
            return ((await services.GetRequiredService<RankAwardRound>().HandleAsync(round, default)).Ranked.Hash, (await services.GetRequiredService<ReadSealedAward>().HandleAsync(AwardScene.Code, default))!.Award.RankingHash);
        });

        Assert.Equal(stored, again);
    }

    [Fact]
    public async Task Kit_OfASealedList_IsClosedToOthersAndHasEveryPrize()
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(DatabaseProvider.Sqlite))).DecidingAsync();
        await scene.SealAsync();
        using var reader = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Coordinator, await scene.Space.AgencyIdAsync("ministry-11")));

        var page = await scene.GetAsync("/kit");
        var press = await scene.GetAsync("/kit/press.csv");

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"/award-rounds/{AwardScene.Code}/kit/press.csv")).Status);
        Assert.Equal(page.Document.QuerySelectorAll("#kit tbody tr").Length, press.Body.TrimEnd().Split('\n').Length - 1);
        Assert.Equal(TableFile.Workbook, (await scene.GetAsync("/kit/seating.xlsx")).Response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+cmd|' /C calc'!A0")]
    public void Seating_NameThatLooksLikeAFormula_IsText(string name)
    {
        var bytes = CeremonyKit.Seating([new CeremonyKit.Row(1, name, name, 1, name, "code", "group", "1.00")], key => key);

        using var workbook = new ZipArchive(new MemoryStream(bytes));
        foreach (var sheet in workbook.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(sheet.Open());
            Assert.DoesNotMatch("<(x:)?f[ >]", reader.ReadToEnd());
        }
    }

    private async Task<AwardScene> RevealedAsync(DatabaseProvider provider)
    {
        var scene = await (await AwardScene.OpenAsync(apps.On(provider))).DecidingAsync();
        await scene.SealAsync();
        await scene.RevealAsync();
        return scene;
    }

    private static async Task<TestPage> CloseAsync(AwardScene scene) => await scene.Browser.SubmitAsync(await scene.GetAsync("/objections"), "#close");
}
