using DgccAssess.Core.Data;
using DgccAssess.Core.Features.National;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.National;

public sealed class PublishNationalTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Publish_TwoRounds_HoldsEveryFigureOfTheNation(DatabaseProvider provider)
    {
        var space = await SmallNation.BuildAsync(apps.On(provider));

        var document = await SmallNation.DocumentAsync(space, "2022");

        // 4, 3, 3, 2 and 1.
        Assert.Equal((5, 2.60m, "13/5"), (document.Whole.Count, document.Whole.Mean.Index, document.Whole.Mean.Exact));
        Assert.Equal(["kemenkeu 1 1", "kab-a 2 1", "kemendagri 2 2", "kab-b 4 2", "kota-c 5 1"], document.Agencies.Select(a => $"{a.Code} {a.Rank.Place} {a.GroupRank.Place}"));
        Assert.Equal(["city 1.00", "ministry 3.50", "regency 2.50"], document.Groups.Select(g => $"{g.Code} {g.Mean.Index}"));
        Assert.Equal(["java 3.00"], document.Regions.Select(r => $"{r.Code} {r.Mean.Index}"));
        Assert.Equal([("outstanding", 0), ("very-good", 1), ("good", 2), ("fair", 1), ("poor", 1)], document.Whole.Predicates.Select(p => (p.Code, p.Count)));
        Assert.Equal((1m, 2m, 3m, 3m, 4m), (document.Whole.Box.Lowest.Index, document.Whole.Box.Lower.Index, document.Whole.Box.Median.Index, document.Whole.Box.Upper.Index, document.Whole.Box.Highest.Index));
        Assert.Equal((5, -0.20m, 1, 0), (document.Whole.Gap!.Count, document.Whole.Gap.Difference, document.Whole.Gap.Higher, document.Whole.Gap.Lower));
        Assert.Equal(["D1", "A1", "D2"], document.Nodes.Select(n => n.Code).Take(3));
        Assert.All(document.Agencies, a => Assert.InRange(a.Rank.Place, a.Rank.Low, a.Rank.High));
        Assert.True(document.Unmet[0].Agencies >= 2);
    }

    [Theory, Databases]
    public async Task Publish_AfterAnEarlierRound_ComparesAllAndThePanel(DatabaseProvider provider)
    {
        var space = await SmallNation.BuildAsync(apps.On(provider));

        var document = await SmallNation.DocumentAsync(space, "2022");
        var change = document.Whole.Change!;

        // Before: kemenkeu 3, kemendagri 3, kab-a 2 and kab-gone 5.
        Assert.Equal(("2021", true), (document.Previous!.Round, document.Previous.Comparable));
        Assert.Equal((5, 4, -0.65m), (change.All!.Count, change.All.CountBefore, change.All.Difference));
        Assert.Equal((3, 3, 0.67m), (change.Panel.Count, change.Panel.CountBefore, change.Panel.Difference));
        Assert.Equal((2, 0, 1), (change.Rose, change.Fell, change.Stayed));
        Assert.Equal(("2021", 4, 3.25m), document.History.Select(h => (h.Round, h.Count, h.Mean.Index)).Single());
        Assert.Equal([1m, 1m, 0m, null, null], document.Agencies.Select(a => a.Change));
    }

    [Theory, Databases]
    public async Task Publish_AgainNeedsAReason_AndTheFirstStays(DatabaseProvider provider)
    {
        var space = await SmallNation.BuildAsync(apps.On(provider));
        await space.PublishNationalAsync("2022");
        var first = await space.ReadAsync(db => db.NationalResults.AsNoTracking().SingleAsync());

        Assert.Equal(ResultKind.Stale, (await space.PublishNationalAsync("2022", reason: "Late figures.")).Kind);
        Assert.Equal((ResultKind.Invalid, "Reason"), Told(await space.PublishNationalAsync("2022", version: 1)));
        var embargo = TimeProvider.System.UtcNow.AddDays(1);
        Assert.True((await space.PublishNationalAsync("2022", embargo, "Late figures.", version: 1)).Succeeded);
        Assert.True((await space.PublishNationalAsync("2022", embargo, "Late figures.", version: 1)).Succeeded);

        var stored = await space.ReadAsync(db => db.NationalResults.AsNoTracking().OrderBy(n => n.Number).ToListAsync());
        Assert.Equal([(1, null), (2, "Late figures.")], stored.Select(n => (n.Number, n.Reason)));
        Assert.Equal((first.Hash, first.Document), (stored[0].Hash, stored[0].Document));
        Assert.Equal(2, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(NationalResultPublished))));
    }

    [Theory, Databases]
    public async Task Publish_WhatCantBe_IsRefusedByName(DatabaseProvider provider)
    {
        var space = await SmallNation.BuildAsync(apps.On(provider));
        await space.OpenRoundAsync("2023", agencies: ["kemenkeu"]);

        Assert.Equal(ResultKind.NotFound, (await space.PublishNationalAsync("1999")).Kind);
        Assert.Equal(ResultKind.Conflict, (await space.PublishNationalAsync("2023")).Kind);
        Assert.Equal((ResultKind.Invalid, "EmbargoEndsAt"), Told(await space.PublishNationalAsync("2022", TimeProvider.System.UtcNow.AddYears(3))));
        Assert.Equal((ResultKind.Invalid, "Version"), Told(await PublishAsync(space, new("2022", TimeProvider.System.UtcNow, Incomplete: false, Reason: null, Version: null))));
        Assert.Equal((ResultKind.Invalid, "Incomplete"), Told(await PublishAsync(space, new("2022", TimeProvider.System.UtcNow, Incomplete: false, Reason: null, Version: 0))));
        Assert.Empty(await space.ReadAsync(db => db.NationalResults.ToListAsync()));
    }

    [Theory, Databases]
    public async Task Verify_MakesTheSameDocumentAgain_EvenAfterCorrectionsAndMoves(DatabaseProvider provider)
    {
        var space = await SmallNation.BuildAsync(apps.On(provider));
        await space.PublishNationalAsync("2021");
        await space.PublishNationalAsync("2022");
        await SmallNation.MoveOnAsync(space);

        var verified = await VerifyAsync(space);
        Assert.Equal((2, 0), (verified.Snapshots, verified.Differences.Count));

        await space.ReadAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "NationalResults" SET "Document" = replace("Document", '"place":2', '"place":1')"""));
        Assert.Equal(4, (await VerifyAsync(space)).Differences.Count);
    }

    private static (ResultKind, string) Told(Result result) => (result.Kind, Assert.Single(result.Problems).Field);

    private static Task<Core.Features.Results.SnapshotVerification> VerifyAsync(TestSpace space) => space.RunAsync(services => services.GetRequiredService<VerifyNational>().HandleAsync(default));

    private static Task<Result> PublishAsync(TestSpace space, PublishNationalCommand command) =>
        space.RunAsync(services => services.GetRequiredService<PublishNational>().HandleAsync(command));
}
