using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Scoring.Awards;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Awards.Rounds;

public sealed class SealTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Award_FromDraftToReveal_IsPublicOnlyThen(DatabaseProvider provider)
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(provider))).DecidingAsync();
        using var public_ = scene.Space.Anonymous();

        await DepartAsync(scene, "ministry-10", DepartureKind.Withhold, "An inquiry is under way.");
        await DepartAsync(scene, "ministry-11", DepartureKind.Award, "Next in rank.");
        Assert.Equal(HttpStatusCode.NotFound, (await public_.GetAsync($"/results/awards/{AwardScene.Code}")).Status);
        var sealed_ = await scene.SealAsync();
        Assert.Equal(HttpStatusCode.OK, sealed_.Status);
        Assert.Contains("An inquiry is under way.", sealed_.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await public_.GetAsync($"/results/awards/{AwardScene.Code}")).Status);

        await scene.RevealAsync();
        var winners = await public_.GetAsync($"/results/awards/{AwardScene.Code}");

        Assert.Equal(HttpStatusCode.OK, winners.Status);
        Assert.NotNull(winners.Document.GetElementById("ministries-ministry-01"));
        Assert.NotNull(winners.Document.GetElementById("ministries-ministry-11"));
        Assert.Null(winners.Document.GetElementById("ministries-ministry-10"));
        Assert.DoesNotContain("inquiry", winners.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Lestari", winners.Body, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Award_ASecondBeforeItsTime_IsNotThere(DatabaseProvider provider)
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(provider))).DecidingAsync();
        using var public_ = scene.Space.Anonymous();
        await scene.SealAsync(("Input.RevealAt", "2099-01-01T10:00"));
        var revealAt = new DateTime(2099, 1, 1, 3, 0, 0, DateTimeKind.Utc);

        Assert.Equal(HttpStatusCode.NotFound, (await public_.GetAsync($"/results/awards/{AwardScene.Code}")).Status);
        Assert.Null(await PublicOnAsync(scene, revealAt.AddSeconds(-1)));
        Assert.NotNull(await PublicOnAsync(scene, revealAt));

        // Its time has come by the clock of the server.
        await MoveRevealAsync(scene, TimeProvider.System.UtcNow.AddMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await public_.GetAsync($"/results/awards/{AwardScene.Code}")).Status);
        await MoveRevealAsync(scene, TimeProvider.System.UtcNow.AddSeconds(-1));
        Assert.Equal(HttpStatusCode.OK, (await public_.GetAsync($"/results/awards/{AwardScene.Code}")).Status);
    }

    [Fact]
    public async Task Winners_ForEverybody_MayBeKeptByCachesAndHoldNoForm()
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(DatabaseProvider.Sqlite))).DecidingAsync();
        await scene.SealAsync();
        await scene.RevealAsync();
        using var public_ = scene.Space.Anonymous();

        var page = await public_.GetAsync($"/results/awards/{AwardScene.Code}");
        var french = await public_.GetAsync($"/results/awards/{AwardScene.Code}?language=fr");
        var signedIn = await scene.Browser.GetAsync($"/results/awards/{AwardScene.Code}");

        Assert.Equal("public, max-age=60", page.Response.Headers.CacheControl!.ToString());
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
        Assert.Empty(page.Document.QuerySelectorAll("form"));
        Assert.Equal("fr", french.Document.DocumentElement.GetAttribute("lang"));
        Assert.True(signedIn.Response.Headers.CacheControl!.NoStore);
    }

    [Theory, Databases]
    public async Task Seal_AfterAResultWasCorrected_IsRefusedUntilLookedAtAgain(DatabaseProvider provider)
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(provider))).DecidingAsync();
        var form = await scene.GetAsync("/seal");
        await scene.Space.PublishFiguresAsync(scene.Round, "spbe-2020", [AwardScene.Ministries[10] with { Index = 4.9m }]);

        var refused = await scene.Browser.SubmitAsync(form, "main form:has(#Input_TypedCode)", ("Input.TypedCode", AwardScene.Code));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("changed since you looked", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await scene.SealAsync()).Status);
    }

    [Theory, Databases]
    public async Task Seal_LaterCorrection_DoesNotChangeTheList(DatabaseProvider provider)
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(provider))).DecidingAsync();
        await scene.SealAsync();
        await scene.Space.PublishFiguresAsync(scene.Round, "spbe-2020", [AwardScene.Ministries[10] with { Index = 4.9m }]);

        var stored = (await StoredAsync(scene))!;

        Assert.Equal("ministry-01", stored.Award.Categories[0].Prizes[0].Agency.Code);
        Assert.Equal(10, stored.Award.Categories[0].Prizes.Count);
    }

    [Theory, Databases]
    public async Task Reopen_BeforeTheReveal_KeepsTheFirstListAndAsksForAReason(DatabaseProvider provider)
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(provider))).DecidingAsync();
        await scene.SealAsync();
        var first = (await StoredAsync(scene))!.Hash;

        await scene.Browser.SubmitAsync(await scene.GetAsync("/sealed"), "form[action*='handler=Reopen']", ("Input.Reason", "A name is misspelt."));
        var without = await scene.SealAsync(("Input.Reason", " "));
        await scene.SealAsync(("Input.Reason", "The name is right now."));
        var stored = (await StoredAsync(scene))!;

        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Equal([2, 1], stored.Versions.Select(v => v.Number));
        Assert.Equal("The name is right now.", stored.Award.Reason);
        Assert.Contains(first, await scene.Space.ReadAsync(db => db.AwardDecisions.Select(d => d.Hash).ToListAsync()));
    }

    [Fact]
    public async Task Departure_WithoutReasonOrOfNoWinner_IsToldAtTheFieldAndNothingIsLost()
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(DatabaseProvider.Sqlite))).DecidingAsync();

        var page = await scene.Browser.SubmitAsync(
            await scene.GetAsync("/decision"), "main form:has(#Input_Reason)", ("Input.Category", "ministries"), ("Input.Agency", "ministry-11"), ("Input.Kind", "Withhold"), ("Input.Reason", ""));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Input.Agency", "Input.Reason"], page.Document.QuerySelectorAll("#error-summary a").Select(a => a.GetAttribute("data-field")!));
        Assert.Equal("ministry-11", page.Value("Input.Agency"));
    }

    [Fact]
    public async Task Departure_TakenBack_LetsTheRankingDecide()
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(DatabaseProvider.Sqlite))).DecidingAsync();
        await DepartAsync(scene, "ministry-01", DepartureKind.Withhold, "Reason.");
        var page = await scene.GetAsync("/decision");
        Assert.NotNull(page.Document.GetElementById("departure-ministry-01"));

        page = await scene.Browser.SubmitAsync(page, "#departure-ministry-01 form");

        Assert.Null(page.Document.GetElementById("departure-ministry-01"));
        Assert.Equal(1, await scene.Space.ReadAsync(db => db.AwardDepartures.CountAsync(d => d.TakenBackAt != null)));
    }

    [Fact]
    public async Task Change_OnAnOldVersion_IsStaleAndWithoutOneRefused()
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(DatabaseProvider.Sqlite))).DecidingAsync();
        var form = await scene.GetAsync("/seal");
        await DepartAsync(scene, "ministry-01", DepartureKind.Withhold, "Reason.");

        var stale = await scene.Browser.SubmitAsync(form, "main form:has(#Input_TypedCode)", ("Input.TypedCode", AwardScene.Code));
        var missing = await scene.Browser.SubmitAsync(form, "main form:has(#Input_TypedCode)", ("Input.TypedCode", AwardScene.Code), ("Input.Version", null));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (stale.Status, missing.Status));
    }

    private static async Task DepartAsync(AwardScene scene, string agency, DepartureKind kind, string reason)
    {
        var page = await scene.Browser.SubmitAsync(
            await scene.GetAsync("/decision"), "main form:has(#Input_Reason)", ("Input.Category", "ministries"), ("Input.Agency", agency), ("Input.Kind", $"{kind}"), ("Input.Reason", reason));
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    private static Task<StoredAward?> StoredAsync(AwardScene scene) => scene.Space.RunAsync(s => s.GetRequiredService<ReadSealedAward>().HandleAsync(AwardScene.Code, default));

    private static Task<StoredAward?> PublicOnAsync(AwardScene scene, DateTime instant) =>
        scene.Space.ReadAsync(db => new ReadSealedAward(db, new FindAwardRound(db, new Stopped(instant))).PublicAsync(AwardScene.Code, default));

    private static Task MoveRevealAsync(AwardScene scene, DateTime to) =>
        scene.Space.ReadAsync(db => db.AwardRounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.RevealAt, to)));

    private sealed class Stopped(DateTime instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(instant);
    }
}
