using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Awards;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Awards.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Objections;

/// <summary>What an objection means elsewhere: awards, the national result, the tasks of the home page.</summary>
public sealed class ObjectionEffectTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Award_AgencyWithAnOpenObjection_IsRefusedUntilItIsAnswered(DatabaseProvider provider)
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(provider))).DecidingAsync();
        var objection = await scene.Space.ObjectAsync("2026", "ministry-01");

        Assert.Equal([RefusalCodes.OpenObjection], await RefusedAsync(scene, "ministry-01"));
        Assert.Empty(await RefusedAsync(scene, "ministry-02"));
        await scene.Space.AnswerObjectionAsync("2026", "ministry-01", objection, isUpheld: false);
        Assert.Empty(await RefusedAsync(scene, "ministry-01"));
    }

    [Theory, Databases]
    public async Task Award_ObjectionToAnotherRound_RefusesNobody(DatabaseProvider provider)
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(provider))).DecidingAsync();
        await scene.Space.ObjectAsync("2025", "ministry-01");

        Assert.Empty(await RefusedAsync(scene, "ministry-01"));
    }

    [Theory, Databases]
    public async Task National_WithOpenObjectionsOrRunningDays_WarnsAndPublishesAllTheSame(DatabaseProvider provider)
    {
        using var scene = await ObjectionScene.OpenAsync(apps.On(provider));
        await scene.FileAsync();
        const string page = $"/rounds/{ObjectionScene.Round}/national/publish";

        var warning = (await scene.Organizer.GetAsync(page)).Document.QuerySelector("#objections")!.TextContent;
        await scene.AgeAsync(8);
        var later = (await scene.Organizer.GetAsync(page)).Document.QuerySelector("#objections")!.TextContent;
        await scene.AnswerAsync(isUpheld: false);
        var over = await scene.Organizer.GetAsync(page);

        Assert.Contains("Open objections: 1. Agencies that may still object: 2.", warning, StringComparison.Ordinal);
        Assert.Contains("Open objections: 1. Agencies that may still object: 0.", later, StringComparison.Ordinal);
        Assert.Null(over.Document.QuerySelector("#objections"));
        Assert.True((await scene.Space.PublishNationalAsync(ObjectionScene.Round)).Succeeded);
    }

    [Theory, Databases]
    public async Task Overdue_IsMarkedAndComesFirst(DatabaseProvider provider)
    {
        using var scene = await ObjectionScene.OpenAsync(apps.On(provider));
        await scene.FileAsync();
        var late = await scene.Space.ObjectAsync(ObjectionScene.Round, ObjectionScene.Neighbour);
        await scene.Space.ReadAsync(db => db.Objections.Where(o => o.Id == late).ExecuteUpdateAsync(set => set.SetProperty(o => o.AnswerDueAt, TimeProvider.System.UtcNow.AddHours(-1))));

        var rows = (await scene.Organizer.GetAsync(ObjectionScene.List)).Document.QuerySelectorAll("#objections tbody tr").Select(r => r.TextContent).ToList();

        Assert.Contains("Overdue", rows[0], StringComparison.Ordinal);
        Assert.Contains(ObjectionScene.Neighbour, rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Overdue", rows[1], StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Home_LeadsACoordinatorToTheFormWhileTheDaysLast(DatabaseProvider provider)
    {
        using var scene = await ObjectionScene.OpenAsync(apps.On(provider));
        Assert.NotNull((await scene.Coordinator.GetAsync("/home")).Document.QuerySelector("main a[href$='/result/objection']"));

        await scene.AgeAsync(8);

        Assert.Null((await scene.Coordinator.GetAsync("/home")).Document.QuerySelector("main a[href$='/result/objection']"));
    }

    [Theory, Databases]
    public async Task Auditor_ReadsTheListAndAnswersNothing(DatabaseProvider provider)
    {
        using var scene = await ObjectionScene.OpenAsync(apps.On(provider));
        await scene.FileAsync();
        using var auditor = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Auditor));

        Assert.Null((await auditor.GetAsync(ObjectionScene.List)).Document.QuerySelector("a[href$='/answer']"));
        Assert.Contains("was overlooked", (await auditor.GetAsync(ObjectionScene.Result)).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await auditor.GetAsync(ObjectionScene.Answer)).Status);
    }

    private static Task<IReadOnlyList<string>> RefusedAsync(AwardScene scene, string agency) => scene.Space.RunAsync<IReadOnlyList<string>>(async services =>
    {
        var round = (await services.GetRequiredService<FindAwardRound>().HandleAsync(AwardScene.Code, default))!;
        var ranked = await services.GetRequiredService<RankAwardRound>().HandleAsync(round, default);
        return [.. ranked.Ranked.Ranking.Categories.Single(c => c.Category.Code == "ministries").Refusals.Where(r => r.Code == agency).SelectMany(r => r.Reasons)];
    });
}
