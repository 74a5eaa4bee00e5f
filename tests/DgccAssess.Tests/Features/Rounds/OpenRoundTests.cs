using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Review;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Rounds;

public sealed class OpenRoundTests(TestApps apps)
{
    private const string Form = "main form[method=post]";

    [Theory, Databases]
    public async Task OpenRound_Form_OpensItOnceWithTheDeadlineOfTheSpacesZone(DatabaseProvider provider)
    {
        var (space, browser, version) = await OrganizerAsync(provider);
        var form = await browser.GetAsync("/rounds/new");

        var after = await browser.SubmitAsync(form, Form, Good(version));
        var again = await browser.SubmitAsync(form, Form, Good(version));

        Assert.Equal("Round 2026-a", after.Heading);
        Assert.Equal("Round 2026-a", again.Heading);
        var round = await space.ReadAsync(db => db.Rounds.SingleAsync());
        // 17:00 in Jakarta (UTC+7).
        Assert.Equal(new DateTime(2026, 11, 23, 10, 0, 0, DateTimeKind.Utc), round.AnswersDueAt);
        Assert.Equal(CycleType.Evaluation, round.CycleType);
        Assert.Equal((7, 7), (round.ObjectionDays, round.AnswerDays));
        Assert.Equal(2, await space.ReadAsync(db => db.Assessments.CountAsync()));
        Assert.Equal(2 * 47, await space.ReadAsync(db => db.Answers.CountAsync()));
        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == "RoundOpened")));
        Assert.Contains("2026-a", (await browser.GetAsync("/rounds")).Text, StringComparison.Ordinal);
        browser.Dispose();
    }

    [Theory, Databases]
    public async Task OpenRound_WithFaults_NamesEachAtItsFieldAndKeepsWhatWasTyped(DatabaseProvider provider)
    {
        var (space, browser, version) = await OrganizerAsync(provider);
        var form = await browser.GetAsync("/rounds/new");
        (string Field, string? Value)[] faults =
        [
            ("Input.Code", "new"), ("Input.Code", "Two words"), ("Input.Code", new string('a', 33)), ("Input.Code", null),
            ("Input.InstrumentVersionId", Guid.Empty.ToString()), ("Input.DueAt", "tomorrow"), ("Input.CycleType", null), ("Input.ObjectionDays", "61"), ("Input.ObjectionDays", "soon"), ("Input.AnswerDays", "0"), ("Input.AnswerDays", null), ("Input.Agencies", null),
        ];

        foreach (var (field, value) in faults)
        {
            var refused = await browser.SubmitAsync(form, Form, [.. Good(version).Where(g => g.Name != field), (field, value)]);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.NotNull(refused.Document.QuerySelector($"#error-summary a[data-field='{field}']"));
            if (field != "Input.Code") Assert.Equal("2026-a", refused.Value("Input.Code"));
        }

        Assert.False(await space.ReadAsync(db => db.Rounds.AnyAsync()));
        browser.Dispose();
    }

    [Theory, Databases]
    public async Task OpenRound_CodeOfAnotherRound_IsRefused(DatabaseProvider provider)
    {
        var (space, browser, version) = await OrganizerAsync(provider);
        await browser.SubmitAsync(await browser.GetAsync("/rounds/new"), Form, Good(version));

        var refused = await browser.SubmitAsync(await browser.GetAsync("/rounds/new"), Form, Good(version));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(1, await space.ReadAsync(db => db.Rounds.CountAsync()));
        browser.Dispose();
    }

    [Theory, Databases]
    public async Task Round_CountsStatesAndShowsWhoIsLate(DatabaseProvider provider)
    {
        var (space, browser, version) = await OrganizerAsync(provider);
        (string Name, string? Value)[] past = [.. Good(version).Where(g => g.Name != "Input.DueAt"), ("Input.DueAt", "2021-06-30T17:00")];
        await browser.SubmitAsync(await browser.GetAsync("/rounds/new"), Form, past);
        await space.RunAsync(async services =>
        {
            var db = (TenantDbContext)services.GetService(typeof(TenantDbContext))!;
            var first = await db.Assessments.FirstAsync();
            first.Submit(new SignOff { ById = Guid.Empty, ByName = "C", At = DateTime.UnixEpoch, Statement = "True.", PublicationConsent = true });
            ((Core.Audit.AuditTrail)services.GetService(typeof(Core.Audit.AuditTrail))!).Record(new TestSubmitted());
            await db.SaveChangesAsync();
        });

        var page = await browser.GetAsync("/rounds/2026-a");
        var late = await browser.GetAsync("/rounds/2026-a?show=late");

        string CountOf(string id) => page.Document.QuerySelector($"#count-{id} .num")!.TextContent;
        Assert.Equal(("1", "1", "0", "1"), (CountOf("Answering"), CountOf("Submitted"), CountOf("Published"), CountOf("late")));
        Assert.Equal(2, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Single(late.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/rounds/1999")).Status);
        browser.Dispose();
    }

    [Theory, Databases]
    public async Task OrganizersPages_ForEverybodyElse_AreForbidden(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        foreach (var person in new[] { stage.Assessor, stage.Coordinator, await stage.Space.CreatePersonAsync(Roles.Reader), await stage.Space.CreatePersonAsync(Roles.Administrator) })
        {
            using var browser = await stage.Space.AsAsync(person);
            foreach (var path in new[] { "/rounds", "/rounds/new", "/rounds/2021", $"{stage.Path}/assessors", $"{stage.Path}/consolidate", $"{stage.Path}/preview", $"{stage.Path}/publish", $"{stage.Path}/correct" })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
            }
        }
    }

    private static (string Name, string? Value)[] Good(Guid version) =>
    [
        ("Input.Code", "2026-a"), ("Input.CycleType", "Evaluation"), ("Input.InstrumentVersionId", version.ToString()), ("Input.DueAt", "2026-11-23T17:00"),
        ("Input.Agencies", "kemenkeu"), ("Input.Agencies", "kemenko-perekonomian"),
    ];

    private async Task<(TestSpace Space, TestBrowser Browser, Guid Version)> OrganizerAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.CreateAgencyAsync();
        await space.CreateAgencyAsync("kemenkeu");
        var version = await space.ImportInstrumentAsync();
        return (space, await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer)), version.Id);
    }

    private sealed record TestSubmitted() : Core.Audit.AuditFact("test");
}
