using System.Text.Json;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Review;

/// <summary>One agency whose self-assessment is signed off, an organizer, and assessors who hold it.</summary>
internal sealed class ReviewStage
{
    public const string Agency = "kemenko-perekonomian";
    public const string Analysis = "Perpres 132/2022 names all six domains.";

    public required TestSpace Space { get; init; }
    public required TestRound Round { get; init; }
    public required Guid AssessmentId { get; init; }
    public required Person Organizer { get; init; }
    public required Person Coordinator { get; init; }
    public required IReadOnlyList<Person> Assessors { get; init; }
    public required IReadOnlyList<string> Indicators { get; init; }

    public Person Assessor => Assessors[0];
    public string Path => $"/rounds/{Round.Code}/agencies/{Agency}";

    public static async Task<ReviewStage> BuildAsync(
        TestApp app, int assessors = 1, bool submitted = true, bool consent = true, string instrument = "spbe-2020", Func<string, decimal>? claims = null)
    {
        var space = await app.CreateSpaceAsync();
        var round = await space.OpenRoundAsync("2021", instrument, Agency);
        var agencyId = await space.AgencyIdAsync(Agency);
        List<Person> people = [];
        for (var i = 1; i <= assessors; i++) people.Add(await space.CreatePersonAsync(Roles.Assessor, name: $"Prof. Assessor {i}"));
        var stage = new ReviewStage
        {
            Space = space,
            Round = round,
            AssessmentId = await space.ReadAsync(db => db.Assessments.Select(a => a.Id).SingleAsync()),
            Organizer = await space.CreatePersonAsync(Roles.Organizer, name: "Olga Organizer"),
            Coordinator = await space.CreatePersonAsync(Roles.Coordinator, agencyId, "Citra Coordinator"),
            Assessors = people,
            Indicators = [.. ShippedInstruments.Get(instrument).Instrument.Indicators().Select(i => i.Code)],
        };
        if (submitted) await stage.SubmitAsync(consent, claims ?? (_ => 3));
        await stage.AsAsync(stage.Organizer, services => services.GetRequiredService<AssignAssessors>()
            .HandleAsync(new AssignAssessorsCommand(stage.AssessmentId, [.. people.Select(p => p.Id)], submitted ? 2 : 1)));
        return stage;
    }

    /// <summary>The level each indicator got in the published result report of 2021 (case G01).</summary>
    public static IReadOnlyDictionary<string, decimal> PublishedRatings()
    {
        var path = System.IO.Path.Combine(RepositoryRoot.Find(), "tests", "DgccAssess.TestCommon", "Golden", "spbe-published-results.json");
        using var golden = JsonDocument.Parse(File.ReadAllText(path));
        return golden.RootElement.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "G01")
            .GetProperty("indicator_scores").EnumerateObject().ToDictionary(p => "I" + p.Name, p => p.Value.GetDecimal());
    }

    public Task<T> AsAsync<T>(Person person, Func<IServiceProvider, Task<T>> work) =>
        Space.RunAsync(work, new Actor(person.Id, person.DisplayName, person.AgencyId, Roles.Defaults[person.Role].ToHashSet()));

    public Task<Assessment> AssessmentAsync() => Space.ReadAsync(db => db.Assessments.AsNoTracking().SingleAsync());

    public Task<int> AuditAsync(string type) => Space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == type));

    /// <summary>All verdicts of an assessor, and the completion by the last one, through the use cases.</summary>
    public async Task ReviewAsync(Person assessor, Func<string, decimal>? values = null, bool complete = true)
    {
        foreach (var indicator in Indicators)
        {
            var saved = await AsAsync(assessor, services => services.GetRequiredService<SaveVerdict>().HandleAsync(
                new SaveVerdictCommand(AssessmentId, indicator, [], values?.Invoke(indicator) ?? 3, $"{assessor.Id} read {indicator}.", "", 0)));
            Assert.True(saved.Succeeded, string.Join(", ", saved.Problems));
        }

        if (!complete) return;
        var version = (await AssessmentAsync()).Version;
        var completed = await AsAsync(assessor, services => services.GetRequiredService<CompleteReview>().HandleAsync(new CompleteReviewCommand(AssessmentId, version)));
        Assert.True(completed.Succeeded, string.Join(", ", completed.Problems));
    }

    public async Task ConsolidateAsync(Func<string, decimal>? values = null)
    {
        var version = (await AssessmentAsync()).Version;
        var done = await AsAsync(Organizer, services => services.GetRequiredService<Consolidate>().HandleAsync(
            new ConsolidateCommand(AssessmentId, [.. Indicators.Select(i => new FinalValue(i, values?.Invoke(i) ?? 3, $"Final word on {i}."))], version)));
        Assert.True(done.Succeeded, string.Join(", ", done.Problems));
    }

    private Task SubmitAsync(bool consent, Func<string, decimal> claims) => AsAsync(Coordinator, async services =>
    {
        var db = services.GetRequiredService<TenantDbContext>();
        var clock = services.GetRequiredService<TimeProvider>();
        foreach (var answer in await db.Answers.ToListAsync())
        {
            var level = claims(answer.Indicator);
            answer.Save(new AnswerContent([$"{answer.Indicator}.1.a"], level, [new Fact("Perpres 132/2022", "132", "3", "12")], Analysis, null), Coordinator.Id, Coordinator.DisplayName, clock.UtcNow);
            db.Ratings.Add(Rating.Create(clock.NewId(), answer.AssessmentId, answer.Indicator, Stage.Self, Guid.Empty, new RatingContent(answer.Criteria, level, Analysis, ""), Coordinator.DisplayName, clock.UtcNow));
        }

        var assessment = await db.Assessments.SingleAsync();
        assessment.Submit(new SignOff { ById = Coordinator.Id, ByName = Coordinator.DisplayName, At = clock.UtcNow, Statement = "True.", PublicationConsent = consent });
        services.GetRequiredService<AuditTrail>().Record(new TestSignedOff(Agency));
        await db.SaveChangesAsync();
        return true;
    });

    private sealed record TestSignedOff(string Code) : AuditFact($"agencies/{Code}");
}
