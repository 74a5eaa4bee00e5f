using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.Improvement;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

/// <summary>One agency in one round, taken by the use cases and in each person's own name as far as a test wants.</summary>
public sealed record TestDiagnosis
{
    public required TestSpace Space { get; init; }
    public required string Round { get; init; }
    public required string Agency { get; init; }
    public required string Instrument { get; init; }
    public required Person Respondent { get; init; }
    public required Person Colleague { get; init; }
    public required Person Coordinator { get; init; }
    public required Person Assessor { get; init; }
    public required Person Organizer { get; init; }

    /// <summary>Address of the assessment with its space.</summary>
    public string Path => $"{Space.Path}/rounds/{Round}/agencies/{Agency}";

    public IReadOnlyList<Node> Indicators => [.. ShippedInstruments.Get(Instrument).Instrument.Indicators()];

    public TestDiagnosis In(string round) => this with { Round = round };

    /// <summary>Every indicator at the same level.</summary>
    public Dictionary<string, int> AllAt(int level) => Indicators.ToDictionary(i => i.Code, _ => level);

    /// <summary>Answers what is not ready yet, with the criteria of the level ticked and one fact.</summary>
    public Task AnswerAsync(IReadOnlyDictionary<string, int> levels, bool ready = true) => AsAsync(Coordinator, AssessmentAccess.Answer, async (services, assessment) =>
    {
        var save = services.GetRequiredService<SaveAnswer>();
        foreach (var answer in (await services.GetRequiredService<ListAnswers>().HandleAsync(assessment)).Answers)
        {
            if (answer.Status is AnswerStatus.Ready || !levels.TryGetValue(answer.Indicator, out var level)) continue;
            var content = new AnswerContent(
                CriteriaUpTo(answer.Node, level), level, [new Fact("Peraturan Menteri", "12/2021", $"{level + 1}", $"{level * 7}")],
                $"The regulation and its annexes meet every criterion up to level {level}.", answer.Node.Indicator!.NamedByAgency ? "Licence portal" : null);
            Expect(await save.HandleAsync(new(assessment, answer.Indicator, answer.Version, content, ready)));
        }
    });

    public async Task<Guid> AddEvidenceAsync(string indicator, string name, byte[] content)
    {
        var id = Guid.Empty;
        await AsAsync(Respondent, AssessmentAccess.Answer, async (services, assessment) =>
        {
            id = services.GetRequiredService<TimeProvider>().NewId();
            Expect(await services.GetRequiredService<AddEvidenceFile>().HandleAsync(new(id, assessment.Id, indicator, name, new MemoryStream(content)), CancellationToken.None));
        });
        return id;
    }

    /// <summary>An action of the agency's own in its improvement plan.</summary>
    public async Task<Guid> PlanAsync(string indicator, string text)
    {
        var id = Guid.Empty;
        await AsAsync(Coordinator, AssessmentAccess.Coordinate, async (services, assessment) =>
        {
            id = services.GetRequiredService<TimeProvider>().NewId();
            Expect(await services.GetRequiredService<AddAction>().HandleAsync(new(assessment, id, indicator, new(text, "Bureau of planning", null, ActionState.UnderWay, "Begun."))));
        });
        return id;
    }

    public Task ReturnAsync(string indicator, string reason) => AsAsync(Coordinator, AssessmentAccess.Coordinate, async (services, assessment) =>
    {
        var version = (await services.GetRequiredService<ReadAnswer>().HandleAsync(assessment, indicator))!.Stored.Version;
        Expect(await services.GetRequiredService<ReturnAnswer>().HandleAsync(new(assessment, indicator, version, reason)));
    });

    public Task SignOffAsync() => AsAsync(Coordinator, AssessmentAccess.Coordinate, async (services, assessment) =>
    {
        var answers = await services.GetRequiredService<ListAnswers>().HandleAsync(assessment);
        Expect(await services.GetRequiredService<SignOffAssessment>()
            .HandleAsync(new(assessment, assessment.Version, answers.Token, "We have checked these answers.", StatementAccepted: true, PublicationConsent: true)));
    });

    public Task AssignAssessorAsync() => AsAsync(Organizer, AssessmentAccess.Organize, async (services, assessment) =>
        Expect(await services.GetRequiredService<AssignAssessors>().HandleAsync(new(assessment.Id, [Assessor.Id], assessment.Version))));

    /// <summary>Gives the assessor's verdict where there is none yet.</summary>
    public Task ReviewAsync(IReadOnlyDictionary<string, int> levels) => AsAsync(Assessor, AssessmentAccess.Review, async (services, assessment) =>
    {
        var db = services.GetRequiredService<TenantDbContext>();
        var given = db.Ratings.Where(r => r.AssessmentId == assessment.Id && r.Stage == Stage.Document).Select(r => r.Indicator).ToHashSet();
        foreach (var node in Indicators.Where(i => levels.ContainsKey(i.Code) && !given.Contains(i.Code)))
        {
            Expect(await services.GetRequiredService<SaveVerdict>().HandleAsync(new(
                assessment.Id, node.Code, CriteriaUpTo(node, levels[node.Code]), levels[node.Code], $"The documents hold up to level {levels[node.Code]}.", Note: "", Version: 0)));
        }
    });

    public Task CompleteReviewAsync() => AsAsync(Assessor, AssessmentAccess.Review, async (services, assessment) =>
        Expect(await services.GetRequiredService<CompleteReview>().HandleAsync(new(assessment.Id, assessment.Version))));

    public Task ConsolidateAsync(IReadOnlyDictionary<string, int> levels) => AsAsync(Organizer, AssessmentAccess.Organize, async (services, assessment) =>
        Expect(await services.GetRequiredService<Consolidate>().HandleAsync(new(
            assessment.Id, [.. Indicators.Select(i => new FinalValue(i.Code, levels[i.Code], $"Level {levels[i.Code]}, as the assessor found."))], assessment.Version))));

    public Task PublishAsync() => AsAsync(Organizer, AssessmentAccess.Organize, async (services, assessment) =>
        Expect(await services.GetRequiredService<PublishResult>().HandleAsync(new(assessment.Id, assessment.Agency, NotPublic: false, assessment.Version))));

    /// <summary>From empty answers to the published result.</summary>
    public async Task PublishAllAsync(IReadOnlyDictionary<string, int> levels)
    {
        await AnswerAsync(levels);
        await SignOffAsync();
        await ReviewAsync(levels);
        await CompleteReviewAsync();
        await ConsolidateAsync(levels);
        await PublishAsync();
    }

    private Task AsAsync(Person person, AssessmentAccess access, Func<IServiceProvider, AssessmentRef, Task> work) => Space.RunAsync(
        async services =>
        {
            var found = await services.GetRequiredService<FindAssessment>().HandleAsync(Round, Agency, access, CancellationToken.None);
            Expect(found);
            await work(services, found.Value!);
        },
        new Actor(person.Id, person.DisplayName, person.AgencyId, Roles.Defaults[person.Role].ToHashSet(StringComparer.Ordinal)));

    private static List<string> CriteriaUpTo(Node node, int level) => [.. node.Indicator!.Levels.Where(l => l.Level <= level).SelectMany(l => l.Criteria)];

    private static void Expect(Result result)
    {
        if (!result.Succeeded) throw new InvalidOperationException($"{result.Kind}: {string.Join("; ", result.Problems.Select(p => $"{p.Field} {p.Message} {string.Join(' ', p.Arguments)}"))}");
    }
}
