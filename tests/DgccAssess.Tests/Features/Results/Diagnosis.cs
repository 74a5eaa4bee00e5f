using System.Text.Json;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Results;

/// <summary>One agency's diagnosis, taken from milestone to milestone. The final levels are those published for Kemenko Perekonomian in 2021 (case G01).</summary>
internal sealed class Diagnosis
{
    public const string Round = "2021";
    public const string Agency = "kemenko-perekonomian";

    private Diagnosis(TestSpace space, Instrument instrument, Guid assessmentId, Guid agencyId) =>
        (Space, Instrument, AssessmentId, AgencyId) = (space, instrument, assessmentId, agencyId);

    public TestSpace Space { get; }
    public Instrument Instrument { get; }
    public Guid AssessmentId { get; }
    public Guid AgencyId { get; }

    public static IReadOnlyDictionary<string, decimal> PublishedLevels { get; } = ReadPublished("indicator_scores", "I", e => e.GetDecimal());

    public static async Task<Diagnosis> OpenAsync(TestSpace space, string instrument = "spbe-2020")
    {
        await space.OpenRoundAsync(Round, instrument, Agency, "other-agency");
        var agencyId = await space.AgencyIdAsync(Agency);
        return new Diagnosis(space, ShippedInstruments.Get(instrument).Instrument, await space.ReadAsync(db => db.Assessments.Where(a => a.AgencyId == agencyId).Select(a => a.Id).SingleAsync()), agencyId);
    }

    public static async Task<Diagnosis> PublishAsync(TestSpace space, string instrument = "spbe-2020")
    {
        var diagnosis = await OpenAsync(space, instrument);
        await diagnosis.SignOffAsync();
        await diagnosis.ReviewAsync();
        await diagnosis.ConsolidateAsync();
        await diagnosis.PublishAsync();
        return diagnosis;
    }

    /// <summary>The agency claims one level more for every fourth indicator.</summary>
    public static decimal ClaimOf(string indicator) => Math.Min(5, PublishedLevels[indicator] + (int.Parse(indicator[1..], System.Globalization.CultureInfo.InvariantCulture) % 4 == 0 ? 1 : 0));

    public Task SignOffAsync() => Space.RunAsync(async services =>
    {
        var db = services.GetRequiredService<TenantDbContext>();
        foreach (var answer in await db.Answers.Where(a => a.AssessmentId == AssessmentId).ToListAsync())
        {
            var claim = ClaimOf(answer.Indicator);
            var subject = Indicator(answer.Indicator).NamedByAgency ? $"Service of {answer.Indicator}" : null;
            answer.Save(new(MetUpTo(answer.Indicator, claim), claim, [new Fact("Decree", "1/2021", "2", "3")], $"Claim of {answer.Indicator}.", subject), Guid.Empty, "Unit", services.GetRequiredService<TimeProvider>().UtcNow);
            answer.MarkReady();
        }

        services.GetRequiredService<AuditTrail>().Record(new Prepared("answers"));
        await db.SaveChangesAsync();

        var found = (await services.GetRequiredService<FindAssessment>().HandleAsync(AssessmentId, AssessmentAccess.Coordinate, default)).Value!;
        var token = (await services.GetRequiredService<ListAnswers>().HandleAsync(found)).Token;
        Succeed(await services.GetRequiredService<SignOffAssessment>().HandleAsync(new(found, found.Version, token, "We stand by these answers.", true, true)));
    }, Of(AgencyId));

    /// <summary>Two assessors agree on everything; the first one's words are written down.</summary>
    public Task ReviewAsync() => Space.RunAsync(async services =>
    {
        var (db, now) = (services.GetRequiredService<TenantDbContext>(), services.GetRequiredService<TimeProvider>().UtcNow);
        var assessment = await db.Assessments.SingleAsync(a => a.Id == AssessmentId);
        Succeed(assessment.BeginReview(now));
        foreach (var assessor in new[] { Guid.CreateVersion7(), Guid.CreateVersion7() })
        {
            db.AssessorAssignments.Add(new AssessorAssignment { AssessmentId = AssessmentId, AssessorId = assessor, AssignedAt = now });
            db.Ratings.AddRange(PublishedLevels.Select(r => Rating.Create(Guid.CreateVersion7(), AssessmentId, r.Key, Stage.Document, assessor,
                new(MetUpTo(r.Key, r.Value), r.Value, $"Reason of {r.Key}.", Note: ""), "Secret Assessor", now)));
        }

        Succeed(assessment.CompleteReview(now));
        await services.GetRequiredService<TakeSnapshot>().AddAsync(assessment, Milestone.Reviewed, reason: null, default);
        services.GetRequiredService<AuditTrail>().Record(new Prepared("verdicts"));
        await db.SaveChangesAsync();
    });

    public Task ConsolidateAsync() => Space.RunAsync(async services =>
        Succeed(await services.GetRequiredService<Consolidate>().HandleAsync(new(AssessmentId, Values(PublishedLevels), await VersionAsync(services)))));

    public Task PublishAsync() => Space.RunAsync(async services =>
        Succeed(await services.GetRequiredService<PublishResult>().HandleAsync(new(AssessmentId, Agency, NotPublic: false, await VersionAsync(services)))));

    public Task CorrectAsync(string indicator, decimal level, string reason) => Space.RunAsync(async services =>
        Succeed(await services.GetRequiredService<CorrectResult>().HandleAsync(
            new(AssessmentId, Values(PublishedLevels.ToDictionary(r => r.Key, r => r.Key == indicator ? level : r.Value)), reason, await VersionAsync(services)))));

    /// <summary>The golden figures as published, for example D1 to D4.</summary>
    public static IReadOnlyDictionary<string, string> PublishedFigures(string tier, string prefix) => ReadPublished("published", tier, prefix);

    private static IReadOnlyList<FinalValue> Values(IReadOnlyDictionary<string, decimal> levels) => [.. levels.Select(l => new FinalValue(l.Key, l.Value, $"Reason of {l.Key}."))];

    private IReadOnlyList<string> MetUpTo(string indicator, decimal level) => [.. Indicator(indicator).Levels.Where(l => l.Level <= level).SelectMany(l => l.Criteria)];

    private Indicator Indicator(string code) => Instrument.Indicators().Single(n => n.Code == code).Indicator!;

    private Task<int> VersionAsync(IServiceProvider services) =>
        services.GetRequiredService<TenantDbContext>().Assessments.Where(a => a.Id == AssessmentId).Select(a => a.Version).SingleAsync();

    private static Actor Of(Guid agencyId) => new(Guid.CreateVersion7(), "Coordinator", agencyId, Permissions.All);

    private static void Succeed(Result result) => Assert.True(result.Succeeded, string.Join("; ", result.Problems));

    private static JsonElement Golden()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "tests", "DgccAssess.TestCommon", "Golden", "spbe-published-results.json")));
        return json.RootElement.GetProperty("cases")[0].Clone();
    }

    private static Dictionary<string, T> ReadPublished<T>(string property, string prefix, Func<JsonElement, T> read) =>
        Golden().GetProperty(property).EnumerateObject().ToDictionary(p => prefix + p.Name, p => read(p.Value));

    private static Dictionary<string, string> ReadPublished(string property, string tier, string prefix) =>
        Golden().GetProperty(property).GetProperty(tier).EnumerateObject().ToDictionary(p => prefix + p.Name, p => p.Value.GetString()!);

    private sealed record Prepared(string What) : AuditFact($"test/{What}");
}
