using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <param name="Assessment">As <see cref="FindAssessment"/> found it in this request.</param>
/// <param name="Version">The assessment's version the coordinator saw.</param>
/// <param name="Answers">Token of the answers the coordinator checked: <see cref="AnswerList.Token"/>.</param>
/// <param name="Statement">The exact words shown, in the language shown: statement and consent.</param>
/// <param name="StatementAccepted">First gate.</param>
/// <param name="PublicationConsent">Second gate.</param>
public sealed record SignOffAssessmentCommand(
    AssessmentRef Assessment, int? Version, string Answers, string Statement, bool StatementAccepted, bool PublicationConsent);

public sealed record AssessmentSignedOff(string Subject, string Statement, bool PublicationConsent, string Receipt) : AuditFact(Subject);

/// <summary>The agency signs its self-assessment: the claims become ratings of the self stage, a snapshot is taken, the answers are locked. One save.</summary>
public sealed class SignOffAssessment(TenantDbContext db, ListAnswers list, TakeSnapshot snapshots, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(SignOffAssessmentCommand command, CancellationToken ct = default)
    {
        if (Gates(command) is { Succeeded: false } refused) return refused;

        var assessment = await db.Assessments.SingleAsync(a => a.Id == command.Assessment.Id, ct);
        if (IsRepeat(assessment, command)) return Result.Ok;
        if (assessment.Version != command.Version) return Result.Stale();

        var answers = await list.HandleAsync(command.Assessment, ct);
        if (answers.ChangedSince(command.Answers) is { Count: > 0 } changed)
        {
            // A second press of the button may have looked at the assessment before the first was stored, and at the answers after.
            return await WasRepeatAsync(command, ct) ? Result.Ok : Result.Conflict(SelfAssessmentMessages.AnswersChanged, string.Join(", ", changed));
        }

        if (!answers.CanBeSigned) return Result.Conflict(SelfAssessmentMessages.NotComplete, answers.Answers.Count(a => a.Problems.Any(AnswerState.StopsSignOff)));

        var who = actor.Current;
        var signOff = new SignOff { ById = who.Id, ByName = who.Name, At = clock.UtcNow, Statement = command.Statement, PublicationConsent = command.PublicationConsent };
        if (assessment.Submit(signOff) is { Succeeded: false } locked) return locked;

        await RateAsync(assessment, answers, signOff, ct);
        var snapshot = await snapshots.AddAsync(assessment, Milestone.Submitted, reason: null, ct);
        audit.Record(new AssessmentSignedOff(command.Assessment.Subject, command.Statement, command.PublicationConsent, Receipt.ReferenceOf(snapshot.Hash)));
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateException)
        {
            // An answer was saved, or somebody signed, between the look and the save.
            if (await WasRepeatAsync(command, ct)) return Result.Ok;
            var stored = await db.Assessments.SingleAsync(a => a.Id == command.Assessment.Id, ct);
            var now = await list.HandleAsync(command.Assessment, ct);
            if (stored.Version == command.Version && now.Token == command.Answers) throw;
            return Result.Stale();
        }
    }

    private Result Gates(SignOffAssessmentCommand command)
    {
        if (!AssessmentRules.Allows(actor.Current, command.Assessment.AgencyId, isAssessor: false, AssessmentAccess.Coordinate)) return Result.Forbidden();
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);

        var problems = new List<Problem>();
        if (!command.StatementAccepted) problems.Add(new(nameof(command.StatementAccepted), SelfAssessmentMessages.StatementMissing));
        if (!command.PublicationConsent) problems.Add(new(nameof(command.PublicationConsent), SelfAssessmentMessages.ConsentMissing));
        return problems.Count > 0 ? Result.Invalid(problems) : Result.Ok;
    }

    private async Task<bool> WasRepeatAsync(SignOffAssessmentCommand command, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return IsRepeat(await db.Assessments.SingleAsync(a => a.Id == command.Assessment.Id, ct), command);
    }

    private bool IsRepeat(Assessment assessment, SignOffAssessmentCommand command) =>
        assessment is { Status: AssessmentStatus.Submitted, SignOff: { } signed } && signed.ById == actor.Current.Id
        && signed.Statement == command.Statement && command.Version == assessment.Version - 1;

    private async Task RateAsync(Assessment assessment, AnswerList list, SignOff signOff, CancellationToken ct)
    {
        var answers = await db.Answers.Where(a => a.AssessmentId == assessment.Id).ToDictionaryAsync(a => a.Indicator, ct);
        var ratings = await db.Ratings.Where(r => r.AssessmentId == assessment.Id && r.Stage == Stage.Self).ToDictionaryAsync(r => r.Indicator, ct);
        foreach (var state in list.Answers)
        {
            var answer = answers[state.Indicator];
            // Counts its version up: a save that read the answer before this sign-off fails instead of slipping in behind it, and the other way round.
            var version = db.Entry(answer).Property(a => a.Version);
            (version.OriginalValue, version.IsModified) = (state.Version, true);

            var content = new RatingContent(answer.Criteria, answer.Level, answer.Analysis, Note: "");
            if (ratings.TryGetValue(state.Indicator, out var rating))
            {
                if (!rating.Holds(content)) rating.Save(content, signOff.ByName, signOff.At);
            }
            else
            {
                db.Ratings.Add(Rating.Create(clock.NewId(), assessment.Id, state.Indicator, Stage.Self, Guid.Empty, content, signOff.ByName, signOff.At));
            }
        }
    }
}
