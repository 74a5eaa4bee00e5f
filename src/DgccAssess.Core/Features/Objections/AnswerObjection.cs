using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Objections;

/// <param name="AssessmentId">Whose objection it is.</param>
/// <param name="Id">Of the objection.</param>
/// <param name="IsUpheld">Whether the agency is right.</param>
/// <param name="Answer">What the agency is told.</param>
/// <param name="Version">Of the objection.</param>
public sealed record AnswerObjectionCommand(Guid AssessmentId, Guid Id, bool? IsUpheld, string Answer, int? Version);

public sealed record ObjectionAnswered(string Assessment, Guid Objection, bool Upheld, string Answer) : AuditFact(Assessment);

/// <summary>Answers an objection, and tells the agency by mail. The result is corrected by itself: <see cref="Rounds.CorrectResult"/>.</summary>
public sealed class AnswerObjection(TenantDbContext db, FindAssessment find, ObjectionMail mail, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(AnswerObjectionCommand command, CancellationToken ct = default)
    {
        var found = await find.HandleAsync(command.AssessmentId, AssessmentAccess.Organize, ct);
        if (!found.Succeeded) return found;
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (await db.Objections.FirstOrDefaultAsync(o => o.Id == command.Id && o.AssessmentId == command.AssessmentId, ct) is not { } objection) return Result.NotFound();
        var answer = TypedText.Lines(command.Answer).Trim();
        if (objection.Answer == answer && command.IsUpheld is { } given && objection.State == (given ? ObjectionState.Upheld : ObjectionState.Dismissed)) return Result.Ok;

        var problems = Check(command, answer).ToList();
        if (objection.IsOpen && problems.Count > 0) return Result.Invalid(problems);
        var answered = objection.AnswerWith(command.IsUpheld == true, answer, actor.Current.Name, clock.UtcNow);
        if (!answered.Succeeded) return answered;
        if (objection.Version != command.Version) return Result.Stale();

        audit.Record(new ObjectionAnswered(found.Value!.Subject, objection.Id, command.IsUpheld == true, answer));
        await mail.QueueAsync(found.Value, objection.Id, ct);
        return await db.SaveOrStaleAsync(ct);
    }

    private static IEnumerable<Problem> Check(AnswerObjectionCommand command, string answer)
    {
        if (command.IsUpheld is null) yield return new(nameof(command.IsUpheld), ObjectionMessages.VerdictMissing);
        foreach (var problem in ObjectionRules.CheckText(nameof(command.Answer), answer, ObjectionMessages.AnswerMissing)) yield return problem;
    }
}
