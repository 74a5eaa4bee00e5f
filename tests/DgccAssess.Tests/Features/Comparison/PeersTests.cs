using System.Net;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.SharedCore;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Comparison;

/// <summary>Of all countries those most like one, in a hub of its own: whoever shares there is known.</summary>
public sealed class PeersTests
{
    [Theory, Databases]
    public async Task Page_ShowsTheTenMostAlikeOfAll_ByTheirLatestRounds_AndOnlyTheseAreNoted(DatabaseProvider provider)
    {
        using var app = new TestApp(provider);
        var hub = await app.HubAsync();
        await ShareAsync(hub, "own", Figures([4, 4, 4, 4, 4], "2026"), Figures([20, 0, 0, 0, 0], "2025"));
        await ShareAsync(hub, "twin", Figures([4, 4, 4, 4, 4], "2026"), Figures([20, 0, 0, 0, 0], "2024"));
        await ShareAsync(hub, "once", Figures([0, 0, 0, 0, 20], "2026"), Figures([4, 4, 4, 4, 4], "2025"));
        for (var more = 0; more < 10; more++) await ShareAsync(hub, $"more-{more}", Figures([5, 4, 4, 4, 3], "2026", more % 2 == 0 ? "spbe-2020" : "dgcc-2026"));
        await ShareAsync(hub, "draft", Figures([4, 4, 4, 4, 4], "2026") with { Draft = true });
        await ShareAsync(hub, "self", Figures([4, 4, 4, 4, 4], "2026") with { Stage = CoreStage.Self });
        await ShareAsync(hub, "few", Figures([4, 4, 4, 4, 4], "2026", questions: 5));
        await ShareAsync(hub, "shy", Figures([null, 4, 4, 4, 4], "2026"));
        await ShareAsync(hub, "silent");
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));

        var page = (await programme.GetAsync("/comparison/peers?country=own")).Document;

        var rows = page.QuerySelectorAll("#alike tbody tr").Select(r => (Name: r.QuerySelector("th")!.TextContent, Cells: r.QuerySelectorAll("td.num").Select(d => d.TextContent).ToList())).ToList();
        Assert.Equal(10, rows.Count);
        Assert.Equal(("twin", "0.00", "20"), (rows[0].Name, rows[0].Cells[0], rows[0].Cells[1]));
        Assert.Equal(["more-0", "more-1", "more-2", "more-3", "more-4", "more-5", "more-6", "more-7", "more-8"], rows.Skip(1).Select(r => r.Name));
        Assert.All(rows.Skip(1), r => Assert.Equal("0.05", r.Cells[0]));
        var similar = page.QuerySelectorAll("#alike tbody tr")[1];
        Assert.Contains("spbe-2020", similar.TextContent, StringComparison.Ordinal);
        Assert.Contains("The instruments differ.", similar.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{hub.Path}/comparison?countries=own,more-0", similar.QuerySelector("td:last-child a")!.GetAttribute("href"));
        Assert.Contains("not shown here: 2", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [
                ("Shares nothing of the core (1)", "\u2068silent\u2069"), ("The mapping is a draft (1)", "\u2068draft\u2069"), ("The values are of another stage (1)", "\u2068self\u2069"),
                ("Too few questions can be shown (1)", "\u2068few\u2069"), ("Too few questions in common that both show in full (1)", "\u2068shy\u2069"),
            ],
            page.QuerySelectorAll("#left-out > div").Select(d => (d.QuerySelector("dt")!.TextContent, d.QuerySelector("dd")!.TextContent)).OrderBy(o => o.Item1, StringComparer.Ordinal));
        var seen = await PlacesAsync(hub);
        Assert.Equal(["more-0", "more-1", "more-2", "more-3", "more-4", "more-5", "more-6", "more-7", "more-8", "own", "twin"], seen.Select(a => a.PartnerId).Order());
        Assert.All(seen, a => Assert.Equal(("peers", "2026", AccessKind.Seen), (a.Place, a.Round, a.Kind)));
    }

    [Fact]
    public async Task Page_OfACountryThatCannotBeCompared_SaysWhy_OneUnknownIsNotFound_AndNothingIsNotedOfWhoSharesNothing()
    {
        using var app = new TestApp(DatabaseProvider.Sqlite);
        var hub = await app.HubAsync();
        await ShareAsync(hub, "few", Figures([4, 4, 4, 4, 4], "2026", questions: 5));
        await ShareAsync(hub, "silent");
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));

        Assert.Equal(["few", "silent"], (await programme.GetAsync("/comparison/peers")).Document.QuerySelectorAll("#country option").Select(o => o.GetAttribute("value")));
        Assert.Contains("Shares nothing of the core.", (await programme.GetAsync("/comparison/peers?country=silent")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await programme.GetAsync("/comparison/peers?country=nowhere")).Status);
        Assert.Empty(await PlacesAsync(hub));

        var page = (await programme.GetAsync("/comparison/peers?country=FEW")).Document;
        Assert.Contains("only 5 questions can be shown; 12 are needed", page.QuerySelector("section[aria-labelledby=own-title]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#alike"));
        Assert.Equal("few", Assert.Single(await PlacesAsync(hub)).PartnerId);
    }

    /// <summary>Every question with the same counts at the five levels; null is hidden.</summary>
    private static SharedCoreFigures Figures(int?[] levels, string round, string instrument = "dgcc-2026", int questions = 20)
    {
        var structure = ShippedCore.Document.Structure;
        return new SharedCoreFigures
        {
            Core = structure.Code, CoreVersion = structure.Version, Instrument = instrument, InstrumentHash = instrument.PadRight(64, 'i'), MappingVersion = 1, MappingHash = instrument.PadRight(64, 'm'), Draft = false,
            Round = round, Stage = CoreStage.Final, Agencies = 20, ShareVerified = 1, BreaksFromBefore = true,
            Questions = [.. structure.Questions.Select((code, at) => at < questions ? new SharedCoreQuestion(code, CoreKind.Exact, 20, levels, null, null) : new SharedCoreQuestion(code, CoreKind.None, null, [null, null, null, null, null], null, null))],
        };
    }

    /// <summary>As if received: a version in force of each round, with the nation's slice.</summary>
    private static Task ShareAsync(TestSpace hub, string id, params SharedCoreFigures[] rounds) => hub.RunAsync(async services =>
    {
        var (db, now) = (services.GetRequiredService<HubDbContext>(), TimeProvider.System.GetUtcNow().UtcDateTime);
        db.SharingPartners.Add(SharingPartner.Create(id, id[..2].ToUpperInvariant(), LocalizedText.Of(("en", id)), new string('0', 64), clientId: null, now));
        foreach (var (at, figures) in rounds.Index())
        {
            var snapshot = new SharedSnapshot
            {
                Id = Guid.CreateVersion7(), PartnerId = id, Round = figures.Round, Number = 1, Sequence = at + 1, Level = SharingLevel.National, Agreement = 1, AgreementEndsOn = null, PayloadHash = SharedJson.HashOf($"{id} {figures.Round}"), PublishedAt = now,
                ReceivedAt = now,
            };
            db.SharedSnapshots.Add(snapshot);
            db.SharedCoreSlices.Add(new SharedCoreSlice { Id = Guid.CreateVersion7(), SnapshotId = snapshot.Id, Group = SharedCoreSlice.Nation, Names = LocalizedText.Of(), Figures = SharedJson.Write(figures) });
        }

        services.GetRequiredService<AuditTrail>().Record(new PartnerRegistered(id, id, ""));
        await db.SaveChangesAsync();
    });

    private static Task<List<SharedAccess>> PlacesAsync(TestSpace hub) => hub.RunAsync(s => s.GetRequiredService<HubDbContext>().SharedAccesses.ToListAsync());
}
