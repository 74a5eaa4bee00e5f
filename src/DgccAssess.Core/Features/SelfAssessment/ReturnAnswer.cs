using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SelfAssessment;

public sealed record ReturnAnswerCommand(AssessmentRef Assessment, string Indicator, int? Version, string Reason);

public sealed record AnswerReturned(string Subject, string Reason) : AuditFact(Subject);

/// <summary>The coordinator sends an answer back to its respondent, with a reason the respondent reads on the page.</summary>
public sealed class ReturnAnswer(TenantDbContext db, ActorContext actor, AuditTrail audit)
{
    public async Task<Result> HandleAsync(ReturnAnswerCommand command, CancellationToken ct = default)
    {
        var assessment = command.Assessment;
        if (AnswerRules.Coordinate(assessment, actor.Current) is { Succeeded: false } refused) return refused;
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (Reasons.Check(command.Reason) is { Succeeded: false } invalid) return invalid;

        var answer = await db.Answers.FirstOrDefaultAsync(a => a.AssessmentId == assessment.Id && a.Indicator == command.Indicator, ct);
        if (answer is null) return Result.NotFound();
        if (answer.Status is AnswerStatus.Returned && answer.ReturnReason == command.Reason) return Result.Ok;
        if (answer.Version != command.Version) return Result.Stale();

        answer.Return(command.Reason);
        audit.Record(new AnswerReturned($"{assessment.Subject}/{command.Indicator}", command.Reason));
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Stale();
        }
    }
}

/// <summary>A reason somebody else will read: given, and short enough to be read.</summary>
public static class Reasons
{
    /// <summary>Characters.</summary>
    public const int Length = 2000;

    public static Result Check(string reason) => reason switch
    {
        "" => Result.Invalid("Reason", SelfAssessmentMessages.ReasonMissing),
        { Length: > Length } => Result.Invalid("Reason", SelfAssessmentMessages.ReasonTooLong, Length, reason.Length),
        _ => Result.Ok,
    };
}
