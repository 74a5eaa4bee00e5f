using System.Text.RegularExpressions;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.Rounds.Whole;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Rounds;

public sealed partial class BringWholeRoundTests(TestApps apps)
{
    private static readonly DateTime Start = new(2021, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, int> Levels = ShippedInstruments.Get("spbe-2020").Instrument.Indicators().Select((n, i) => (n.Code, Level: (i % 5) + 1)).ToDictionary(l => l.Code, l => l.Level);

    [Theory, Databases]
    public async Task Bring_AnAssessmentThatPeopleWalked_MakesTheSameRows(DatabaseProvider provider)
    {
        var walked = await (await apps.On(provider).CreateSpaceAsync()).OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        await walked.PublishAllAsync(Levels);
        var brought = await (await apps.On(provider).CreateSpaceAsync()).OpenDiagnosisAsync(AgencyToAssess.Kemenko, round: "2020");

        var result = await BringAsync(brought, Whole(brought));

        Assert.True(result.Succeeded);
        Assert.Equal(1, result.Value!.Added);
        foreach (var (expected, actual) in (await TellAsync(walked)).Zip(await TellAsync(brought))) Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task Bring_Twice_WritesOnce()
    {
        var diagnosis = await (await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync()).OpenDiagnosisAsync(AgencyToAssess.Kemenko, round: "2020");

        await BringAsync(diagnosis, Whole(diagnosis));
        var again = await BringAsync(diagnosis, Whole(diagnosis));

        Assert.Equal((0, 0L), (again.Value!.Added, again.Value.Rows));
    }

    public static TheoryData<string> Faults => ["order", "future", "criterion", "level", "missing", "verdict", "stranger", "coordinator", "final"];

    [Theory, MemberData(nameof(Faults))]
    public async Task Bring_WhatTheUseCasesWouldRefuse_WritesNothing(string fault)
    {
        var diagnosis = await (await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync()).OpenDiagnosisAsync(AgencyToAssess.Kemenko, round: "2020");
        var good = Whole(diagnosis);
        var bad = fault switch
        {
            "order" => good with { AnsweredAt = good.SignOff!.At.AddDays(1) },
            "future" => good with { Result = good.Result! with { PublishedAt = TimeProvider.System.UtcNow.AddDays(1) } },
            "criterion" => WithAnswer(good, a => a with { Criteria = ["I2.1.a"] }),
            "level" => WithAnswer(good, a => a with { Level = 6 }),
            "missing" => good with { Answers = [.. good.Answers.Skip(1)] },
            "verdict" => good with { Review = good.Review! with { Reviewers = [good.Review.Reviewers[0] with { Verdicts = good.Review.Reviewers[0].Verdicts.Skip(1).ToDictionary() }] } },
            "stranger" => WithReviewer(good, TimeProvider.System.NewId()),
            "coordinator" => WithReviewer(good, diagnosis.Coordinator.Id),
            _ => good with { Result = good.Result! with { Values = [.. good.Result.Values.Skip(1)] } },
        };

        var result = await BringAsync(diagnosis, bad);

        Assert.Equal(ResultKind.Invalid, result.Kind);
        Assert.Single(result.Problems);
        Assert.Equal(0, await diagnosis.Space.ReadAsync(db => db.Rounds.CountAsync(r => r.Code == "2021")));
    }

    private static WholeAssessment WithReviewer(WholeAssessment whole, Guid id) => whole with { Review = whole.Review! with { Reviewers = [whole.Review.Reviewers[0] with { AssessorId = id }] } };

    private static WholeAssessment WithAnswer(WholeAssessment whole, Func<AnswerContent, AnswerContent> change) =>
        whole with { Answers = [whole.Answers[0] with { Content = change(whole.Answers[0].Content) }, .. whole.Answers.Skip(1)] };

    private static Task<Result<BroughtRound>> BringAsync(TestDiagnosis diagnosis, WholeAssessment whole) => diagnosis.Space.RunAsync(async services =>
    {
        var version = await services.GetRequiredService<TenantDbContext>().Rounds.Select(r => r.InstrumentVersionId).FirstAsync();
        return await services.GetRequiredService<BringWholeRound>().HandleAsync(new(new OpenRoundCommand("2021", CycleType.Evaluation, version, Start.AddDays(100), [whole.Agency]), [whole]));
    });

    /// <summary>What <see cref="TestDiagnosis"/> does step by step.</summary>
    private static WholeAssessment Whole(TestDiagnosis diagnosis) => new()
    {
        Agency = diagnosis.Agency,
        OpenedAt = Start,
        AnsweredAt = Start.AddDays(1),
        Answers = [.. diagnosis.Indicators.Select(n => new WholeAnswer(n.Code, new AnswerContent(
            CriteriaUpTo(n), Levels[n.Code], [new Fact("Peraturan Menteri", "12/2021", $"{Levels[n.Code] + 1}", $"{Levels[n.Code] * 7}")],
            $"The regulation and its annexes meet every criterion up to level {Levels[n.Code]}.", n.Indicator!.NamedByAgency ? "Licence portal" : null), []))],
        SignOff = new(Start.AddDays(2), "We have checked these answers.", PublicationConsent: true),
        Review = new(Start.AddDays(3), Start.AddDays(4), [new(diagnosis.Assessor.Id, diagnosis.Assessor.DisplayName, diagnosis.Indicators.ToDictionary(
            n => n.Code, n => new RatingContent(CriteriaUpTo(n), Levels[n.Code], $"The documents hold up to level {Levels[n.Code]}.", Note: "")))]),
        Result = new(Start.AddDays(5), Start.AddDays(6), [.. diagnosis.Indicators.Select(n => new FinalValue(n.Code, Levels[n.Code], $"Level {Levels[n.Code]}, as the assessor found."))]),
    };

    private static List<string> CriteriaUpTo(Node node) => [.. node.Indicator!.Levels.Where(l => l.Level <= Levels[node.Code]).SelectMany(l => l.Criteria)];

    /// <summary>Every row of the round 2021 without ids, instants, names of people and version tokens.</summary>
    private static Task<List<string>> TellAsync(TestDiagnosis diagnosis) => diagnosis.Space.ReadAsync(async db =>
    {
        var assessment = await db.Assessments.SingleAsync(a => db.Rounds.Any(r => r.Id == a.RoundId && r.Code == "2021"));
        var answers = await db.Answers.Where(a => a.AssessmentId == assessment.Id).OrderBy(a => a.Indicator).ToListAsync();
        var ratings = await db.Ratings.Where(r => r.AssessmentId == assessment.Id).OrderBy(r => r.Stage).ThenBy(r => r.Indicator).ToListAsync();
        var snapshots = await db.Snapshots.Where(s => s.AssessmentId == assessment.Id).OrderBy(s => s.TakenAt).ToListAsync();
        var events = await db.AuditEvents.Where(e => e.Subject == "rounds/2021/agencies/" + diagnosis.Agency).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync();
        return (List<string>)
        [
            $"{assessment.Status} {assessment.SignOff!.Statement} {assessment.SignOff.PublicationConsent}",
            .. answers.Select(a => $"{a.Indicator} {a.Level:0.##} {string.Join(' ', a.Criteria)} {string.Join(' ', a.Facts)} {a.Analysis} {a.Subject} {a.Status} {a.ReturnReason} {a.HolderId}"),
            .. ratings.Select(r => $"{r.Stage} {r.Indicator} {r.RaterId == Guid.Empty} {r.Value:0.##} {string.Join(' ', r.Criteria)} {r.Explanation} {r.Note}"),
            .. snapshots.Select(s => $"{s.Milestone} {s.Number} {s.Reason} {s.Index:0.##########} {s.Predicate} {s.InstrumentHash} {s.EngineVersion}"),
            .. snapshots.Select(s => Persons.Replace(s.Document, "\"-\"")),
            .. (await db.AssessorAssignments.Where(a => a.AssessmentId == assessment.Id).ToListAsync()).Select(a => $"{a.AssessorId == diagnosis.Assessor.Id}"),
            .. events.Where(e => e.Type is not nameof(ReviewBegun) and not nameof(AssessorsAssigned)).Select(e => $"{e.Type} {Receipts.Replace(e.Details, "-")}").Order(StringComparer.Ordinal),
        ];
    });

    /// <summary>Instants and the name of who signed.</summary>
    [GeneratedRegex("(?<=\"(takenAt|at|byName)\":)\"[^\"]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Persons { get; }

    [GeneratedRegex("[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Receipts { get; }
}
