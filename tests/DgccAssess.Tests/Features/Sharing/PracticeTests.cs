using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Sharing;

/// <summary>What an agency did is read in Korea if it agreed to the very text, and as long as it does.</summary>
public sealed class PracticeTests(TestApps apps)
{
    private const string Ministry = "zz-ministry-05";
    private const string Text = TestSpace.SomePractice;

    [Theory, Databases]
    public async Task Practice_ProposedAgreedAndTakenBack_IsInThePayloadOfNamedAgenciesAndThenGoneFromTheHub(DatabaseProvider provider)
    {
        var scene = await SharingScene.OpenAsync(apps.On(provider));
        var without = SharedJson.Write(await scene.PayloadAsync(SharingLevel.Agencies));
        Ok(await scene.Space.ProposePracticeAsync(SharingScene.Round, Ministry, "C2", further: new TypedPractice("id", "Satu kantor menjawab semua permintaan data.")));
        Assert.Equal(without, SharedJson.Write(await scene.PayloadAsync(SharingLevel.Agencies)));
        await scene.AgreeAsync(SharingLevel.Agencies);
        Ok(await scene.Space.AgreeToPracticeAsync(SharingScene.Round, Ministry, "C2"));
        await scene.Space.RunDueJobsAsync();

        foreach (var level in new[] { SharingLevel.Participation, SharingLevel.National, SharingLevel.Areas }) Assert.Null((await scene.PayloadAsync(level)).Practices);
        var shared = Assert.Single(Assert.Single(await scene.InForceAsync()).Payload!.Practices!);
        Assert.Equal(("C2", Ministry, Text), (shared.Question, shared.Agency, shared.Texts["en"]));
        Assert.Equal(["en", "id"], shared.Texts.Keys);

        Ok(await scene.Space.WithdrawPracticeAsync(SharingScene.Round, Ministry, "C2"));
        await scene.Space.RunDueJobsAsync();

        // With the hub's whole database in hand nobody finds it, in no version.
        Assert.DoesNotContain("One office", await scene.HubDatabaseAsync(), StringComparison.Ordinal);
        Assert.Equal([(3, null), (2, "Consent"), (1, "Consent")], (await scene.HistoryAsync()).Select(h => (h.Number, h.WithdrawnBecause)));
        var now = Assert.Single(await scene.InForceAsync());
        Assert.Equal((SharingLevel.Agencies, 39), (now.Level, now.Payload!.Agencies!.Count));
        Assert.Equal(without, SharedJson.Write(now.Payload));
        Assert.Equal(1, await scene.Space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(PracticeWithdrawn))));
    }

    [Fact]
    public async Task Practice_Reworded_NeedsAnotherConsentAndTheTextBeforeIsGone()
    {
        var scene = await SharedAsync();
        await scene.Space.SharePracticeAsync(SharingScene.Round, "zz-regency-01", "C5", "The regency publishes each of its data sets with a name to call.");
        await scene.Space.RunDueJobsAsync();
        Assert.Contains("One office", await scene.HubDatabaseAsync(), StringComparison.Ordinal);

        Ok(await scene.Space.RewordPracticeAsync(SharingScene.Round, Ministry, "C2", "One office answers, and the minister reads its list each month."));
        await scene.Space.RunDueJobsAsync();
        Assert.Equal(["zz-regency-01"], Assert.Single(await scene.InForceAsync()).Payload!.Practices!.Select(p => p.Agency));
        Assert.DoesNotContain("One office", await scene.HubDatabaseAsync(), StringComparison.Ordinal);

        // Whoever read the text before agrees to nothing.
        Assert.Equal(ResultKind.Stale, (await scene.Space.AgreeToPracticeAsync(SharingScene.Round, Ministry, "C2", version: 1)).Kind);
        Ok(await scene.Space.AgreeToPracticeAsync(SharingScene.Round, Ministry, "C2"));
        await scene.Space.RunDueJobsAsync();
        // What is added withdraws nothing.
        var history = await scene.HistoryAsync();
        Assert.Equal((null, null), (history[0].WithdrawnBecause, history[1].WithdrawnBecause));
        Assert.Contains("the minister reads", await scene.HubDatabaseAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Practice_OfAnAgencyThatIsNotNamed_IsInNoPayloadWhateverItsState()
    {
        var scene = await SharedAsync();
        await scene.Space.RunAsync(async services =>
        {
            var (db, clock) = (services.GetRequiredService<TenantDbContext>(), services.GetRequiredService<TimeProvider>());
            var assessment = await db.Assessments.Where(a => db.Agencies.Any(agency => agency.Id == a.AgencyId && agency.Code == "zz-regency-20")).Select(a => a.Id).SingleAsync();
            var practice = Practice.Create(clock.NewId(), assessment, "C1", LocalizedText.Of(("en", "A regency nobody outside may know of did this.")), "Somebody", clock.UtcNow);
            practice.Agree("Somebody", clock.UtcNow);
            db.Practices.Add(practice);
            services.GetRequiredService<AuditTrail>().Record(new PracticeAgreed("rounds/2026/agencies/zz-regency-20", "C1", practice.Sha256));
            await db.SaveChangesAsync();
        });

        Assert.Equal([Ministry], (await scene.PayloadAsync(SharingLevel.Agencies)).Practices!.Select(p => p.Agency));
    }

    [Theory, Databases]
    public async Task Proposal_IsForNamedAgenciesInPlainWordsAndOnce(DatabaseProvider provider)
    {
        var scene = await SharingScene.OpenAsync(apps.On(provider));
        async Task<string> SaysAsync(string agency, string question, string text, params TypedPractice[] further) => (await scene.Space.ProposePracticeAsync(SharingScene.Round, agency, question, text, id: null, further)).Problems.Single().Message;

        Assert.Equal(PracticeMessages.NotNamed, await SaysAsync("zz-regency-20", "C2", Text));
        Assert.Equal(PracticeMessages.QuestionUnknown, await SaysAsync(Ministry, "C99", Text));
        Assert.Equal(PracticeMessages.TextMissing, await SaysAsync(Ministry, "C2", "   "));
        Assert.Equal(PracticeMessages.TooShort, await SaysAsync(Ministry, "C2", "Short."));
        Assert.Equal(Messages.TooLong, await SaysAsync(Ministry, "C2", new string('x', 1201)));
        Assert.Equal(PracticeMessages.LanguageUnknown, await SaysAsync(Ministry, "C2", Text, new TypedPractice("xx", Text)));
        Assert.Equal(PracticeMessages.LanguageTwice, await SaysAsync(Ministry, "C2", Text, new TypedPractice("EN", Text)));
        Assert.Equal(ResultKind.NotFound, (await scene.Space.ProposePracticeAsync("2031", Ministry, "C2")).Kind);
        var id = Guid.CreateVersion7();
        Ok(await scene.Space.ProposePracticeAsync(SharingScene.Round, Ministry, "C2", id: id));
        Ok(await scene.Space.ProposePracticeAsync(SharingScene.Round, Ministry, "C2", id: id));
        Assert.Equal(PracticeMessages.Already, await SaysAsync(Ministry, "C2", Text));
        Assert.Equal(1, await scene.Space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(PracticeProposed))));
    }

    [Fact]
    public async Task Consent_IsTheAgencysOwn_SaidOnceAndNotByAnOldPage()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        var space = scene.Space;
        Ok(await space.ProposePracticeAsync(SharingScene.Round, Ministry, "C2"));

        Assert.Equal(ResultKind.Forbidden, (await space.AgreeToPracticeAsync(SharingScene.Round, Ministry, "C2", by: "zz-ministry-06")).Kind);
        Assert.Equal(ResultKind.Forbidden, (await space.WithdrawPracticeAsync(SharingScene.Round, Ministry, "C2", by: "zz-ministry-06")).Kind);
        Assert.Equal(PracticeMessages.NotConfirmed, (await space.AgreeToPracticeAsync(SharingScene.Round, Ministry, "C2", confirmed: false)).Problems.Single().Message);
        Assert.Equal(ResultKind.Stale, (await space.AgreeToPracticeAsync(SharingScene.Round, Ministry, "C2", version: 7)).Kind);
        Ok(await space.AgreeToPracticeAsync(SharingScene.Round, Ministry, "C2", version: 1));
        Ok(await space.AgreeToPracticeAsync(SharingScene.Round, Ministry, "C2", version: 1));
        Assert.Equal(PracticeMessages.Settled, (await space.DeclinePracticeAsync(SharingScene.Round, Ministry, "C2")).Problems.Single().Message);
        Ok(await space.WithdrawPracticeAsync(SharingScene.Round, Ministry, "C2"));
        Ok(await space.WithdrawPracticeAsync(SharingScene.Round, Ministry, "C2"));

        // Asked again, with the same words, it may say no.
        Ok(await space.RewordPracticeAsync(SharingScene.Round, Ministry, "C2", Text));
        Ok(await space.DeclinePracticeAsync(SharingScene.Round, Ministry, "C2", "Ask us next year."));
        Assert.Equal([1, 1, 1, 2], await CountsAsync(space, nameof(PracticeAgreed), nameof(PracticeDeclined), nameof(PracticeWithdrawn), nameof(PracticeProposed)));
    }

    [Fact]
    public async Task Candidates_AreTheNamedAtTheTwoHighestLevels_WithTheirOwnWords()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        Task<PracticeCandidates> FindAsync(string question) => scene.Space.RunAsync(async services => (await services.GetRequiredService<FindCandidates>().HandleAsync(SharingScene.Round, question, default))!);
        Assert.Empty((await FindAsync("C2")).Indicators);
        await scene.Space.ApproveCoreAsync("spbe-2020");

        var found = await FindAsync("C2");
        Assert.Equal(SharingScene.Agencies.Where(a => a.Level >= 4).Select(a => a.Code), found.Agencies.Select(a => a.Agency));
        Assert.All(found.Agencies, a => Assert.Equal((4m, string.Join("\n\n", found.Indicators.Select(i => $"Word on {i}."))), (a.Value, a.Explanation)));
    }

    [Fact]
    public async Task Publication_WithAPracticeBelowNamedAgenciesOrOfNobodyNamed_IsNotTaken()
    {
        var scene = await SharedAsync();
        var four = Assert.Single(await scene.InForceAsync()).Payload!;

        Assert.True(SharedLevels.Holds(four));
        Assert.False(SharedLevels.Holds(four with { Level = SharingLevel.Areas, Agencies = null }));
        Assert.False(SharedLevels.Holds(four with { Practices = [four.Practices![0] with { Agency = "zz-regency-20" }] }));
        Assert.False(SharedLevels.Holds(four with { Practices = [four.Practices[0] with { Texts = new Dictionary<string, string> { ["en"] = new('x', 1201) } }] }));
        Assert.False(SharedLevels.Holds(four with { Practices = [four.Practices[0] with { Texts = new Dictionary<string, string>() }] }));
    }

    private async Task<SharingScene> SharedAsync()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        await scene.AgreeAsync(SharingLevel.Agencies);
        await scene.Space.SharePracticeAsync(SharingScene.Round, Ministry, "C2");
        await scene.Space.RunDueJobsAsync();
        return scene;
    }

    private static async Task<IEnumerable<int>> CountsAsync(TestSpace space, params string[] types)
    {
        var counts = await space.ReadAsync(db => db.AuditEvents.Where(e => types.Contains(e.Type)).GroupBy(e => e.Type).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        return types.Select(t => counts.GetValueOrDefault(t));
    }

    private static void Ok(Result result) => Assert.True(result.Succeeded, $"{result.Kind}: {string.Join("; ", result.Problems.Select(p => $"{p.Field} {p.Message}"))}");
}
