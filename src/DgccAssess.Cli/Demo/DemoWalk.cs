using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Demo;

/// <summary>Takes one agency through a round by the same use cases as the pages, as the people who do it. Each step is skipped where it is done.</summary>
internal sealed class DemoWalk(DemoPeople people, DemoFile demo, DemoRound round, DemoAssessment assessment)
{
    private readonly DemoTexts texts = demo.Texts ?? throw new InvalidDataException("A demonstration with rounds needs texts.");

    private DemoAccount Coordinator => demo.Accounts.First(a => a.Role == Roles.Coordinator && a.Agency == assessment.Agency);
    private DemoAccount Organizer => demo.Accounts.First(a => a.Role == Roles.Organizer);
    private DemoAccount Assessor => demo.Accounts.First(a => a.Role == Roles.Assessor);

    /// <summary>Answers what nobody touched yet; whatever somebody wrote since stays.</summary>
    public Task AnswerAsync(CancellationToken ct) => assessment.Levels.Count == 0 ? Task.CompletedTask : people.AsAsync(Coordinator, async services =>
    {
        var found = await FindAsync(services, AssessmentAccess.Answer, ct);
        if (found.Status is not AssessmentStatus.Answering) return false;

        foreach (var state in (await services.GetRequiredService<ListAnswers>().HandleAsync(found, ct)).Answers)
        {
            if (!assessment.Levels.TryGetValue(state.Indicator, out var level)) continue;
            if (assessment.Evidence.Contains(state.Indicator) && state.EvidenceCount == 0) await AttachAsync(services, found, state.Indicator, ct);
            if (state.Status is AnswerStatus.NotStarted) await AnswerAsync(services, found, state, Claimed(state.Indicator, level), ct);
        }

        return true;
    }, ct);

    /// <summary>Sign-off, review, consolidation, publication. True when it was not published before.</summary>
    public async Task<bool> PublishAsync(CancellationToken ct)
    {
        if (await StatusAsync(ct) is AssessmentStatus.Published) return false;

        if (await StatusAsync(ct) is AssessmentStatus.Answering) await people.AsAsync(Coordinator, s => SignOffAsync(s, ct), ct);
        if (await StatusAsync(ct) is AssessmentStatus.Submitted or AssessmentStatus.UnderReview)
        {
            await people.AsAsync(Organizer, s => AssignAsync(s, ct), ct);
            await people.AsAsync(Assessor, s => ReviewAsync(s, ct), ct);
        }

        if (await StatusAsync(ct) is AssessmentStatus.Reviewed) await people.AsAsync(Organizer, s => ConsolidateAsync(s, ct), ct);
        await people.AsAsync(Organizer, s => PublishAsync(s, ct), ct);
        return true;
    }

    private Task<AssessmentStatus> StatusAsync(CancellationToken ct) =>
        people.AsAsync(Organizer, async services => (await FindAsync(services, AssessmentAccess.Organize, ct)).Status, ct);

    private async Task AnswerAsync(IServiceProvider services, AssessmentRef found, AnswerState state, int level, CancellationToken ct)
    {
        var facts = level > state.Scale.Floor ? new[] { new Fact(Text(texts.Document, state.Indicator, level), "", "", "") } : [];
        var subject = state.Node.Indicator!.NamedByAgency ? Text(texts.Service, state.Indicator, level) : null;
        var content = new AnswerContent(CriteriaUpTo(state.Node, level), level, facts, Text(texts.Analysis, state.Indicator, level), subject);
        Succeed(await services.GetRequiredService<SaveAnswer>().HandleAsync(new(found, state.Indicator, state.Version, content, Ready: true), ct));
    }

    private async Task AttachAsync(IServiceProvider services, AssessmentRef found, string indicator, CancellationToken ct)
    {
        var file = new MemoryStream(DemoPdf.Write($"DEMONSTRATION - {round.Code} - {found.Agency} - {indicator}", "This page stands where a real document would be. It proves nothing."));
        Succeed(await services.GetRequiredService<AddEvidenceFile>().HandleAsync(
            new(services.GetRequiredService<TimeProvider>().NewId(), found.Id, indicator, $"demo-{indicator}.pdf", file), ct));
    }

    private async Task<bool> SignOffAsync(IServiceProvider services, CancellationToken ct)
    {
        var found = await FindAsync(services, AssessmentAccess.Coordinate, ct);
        var answers = await services.GetRequiredService<ListAnswers>().HandleAsync(found, ct);
        Succeed(await services.GetRequiredService<SignOffAssessment>().HandleAsync(
            new(found, found.Version, answers.Token, texts.Statement, StatementAccepted: true, PublicationConsent: true), ct));
        return true;
    }

    private async Task<bool> AssignAsync(IServiceProvider services, CancellationToken ct)
    {
        var found = await FindAsync(services, AssessmentAccess.Organize, ct);
        var assessor = await services.GetRequiredService<TenantDbContext>().Users.Where(u => u.Email == Assessor.Email).Select(u => u.Id).SingleAsync(ct);
        Succeed(await services.GetRequiredService<AssignAssessors>().HandleAsync(new(found.Id, [assessor], found.Version), ct));
        return true;
    }

    private async Task<bool> ReviewAsync(IServiceProvider services, CancellationToken ct)
    {
        var found = await FindAsync(services, AssessmentAccess.Review, ct);
        var db = services.GetRequiredService<TenantDbContext>();
        var given = await db.Ratings.Where(r => r.AssessmentId == found.Id && r.Stage == Stage.Document).Select(r => r.Indicator).ToListAsync(ct);
        foreach (var node in (await InstrumentAsync(services, found, ct)).Indicators().Where(n => !given.Contains(n.Code)))
        {
            var level = assessment.Levels[node.Code];
            var text = Text(assessment.ClaimedHigher.Contains(node.Code) ? texts.Higher : texts.Explanation, node.Code, level);
            Succeed(await services.GetRequiredService<SaveVerdict>().HandleAsync(new(found.Id, node.Code, CriteriaUpTo(node, level), level, text, Note: "", Version: 0), ct));
        }

        found = await FindAsync(services, AssessmentAccess.Review, ct);
        Succeed(await services.GetRequiredService<CompleteReview>().HandleAsync(new(found.Id, found.Version), ct));
        return true;
    }

    private async Task<bool> ConsolidateAsync(IServiceProvider services, CancellationToken ct)
    {
        var found = await FindAsync(services, AssessmentAccess.Organize, ct);
        var values = (await InstrumentAsync(services, found, ct)).Indicators()
            .Select(n => new FinalValue(n.Code, assessment.Levels[n.Code], Text(texts.Final, n.Code, assessment.Levels[n.Code]))).ToList();
        Succeed(await services.GetRequiredService<Consolidate>().HandleAsync(new(found.Id, values, found.Version), ct));
        return true;
    }

    private async Task<bool> PublishAsync(IServiceProvider services, CancellationToken ct)
    {
        var found = await FindAsync(services, AssessmentAccess.Organize, ct);
        Succeed(await services.GetRequiredService<PublishResult>().HandleAsync(new(found.Id, found.Agency, NotPublic: false, found.Version), ct));
        return true;
    }

    private async Task<AssessmentRef> FindAsync(IServiceProvider services, AssessmentAccess access, CancellationToken ct)
    {
        var found = await services.GetRequiredService<FindAssessment>().HandleAsync(round.Code, assessment.Agency, access, ct);
        Succeed(found);
        return found.Value!;
    }

    private static async Task<Instrument> InstrumentAsync(IServiceProvider services, AssessmentRef found, CancellationToken ct) =>
        (await services.GetRequiredService<InstrumentLibrary>().GetAsync(found.InstrumentVersionId, ct)).Instrument;

    private int Claimed(string indicator, int level) => assessment.ClaimedHigher.Contains(indicator) ? level + 1 : level;

    private static IReadOnlyList<string> CriteriaUpTo(Node node, int level) => [.. node.Indicator!.Levels.Where(l => l.Level <= level).SelectMany(l => l.Criteria)];

    private static string Text(string text, string indicator, int level) => string.Format(CultureInfo.InvariantCulture, text, indicator, level);

    private static void Succeed(Result result) => DemoPeople.Succeed(result);
}
