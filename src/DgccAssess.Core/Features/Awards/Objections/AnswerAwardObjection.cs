using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Objections;

/// <param name="AwardRound">Its code.</param>
/// <param name="Id">Of the objection.</param>
/// <param name="IsUpheld">Whether it is right.</param>
/// <param name="Answer">What the agency is told.</param>
/// <param name="Version">Of the objection.</param>
public sealed record AnswerAwardObjectionCommand(string AwardRound, Guid Id, bool? IsUpheld, string Answer, int? Version);

public sealed record AwardObjectionAnswered(string Code, Guid Objection, bool Upheld, string Answer) : AuditFact($"award-rounds/{Code}");

/// <summary>Answers an objection. A prize is changed by itself: <see cref="ChangePrize"/>.</summary>
public sealed class AnswerAwardObjection(TenantDbContext db, FindAwardRound find, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(AnswerAwardObjectionCommand command, CancellationToken ct = default)
    {
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (await find.HandleAsync(command.AwardRound, ct) is not { } round) return Result.NotFound();
        if (await db.AwardObjections.FirstOrDefaultAsync(o => o.Id == command.Id && o.AwardRoundId == round.Id, ct) is not { } objection) return Result.NotFound();
        var answer = command.Answer.Trim();
        if (objection.IsUpheld == command.IsUpheld && objection.Answer == answer) return Result.Ok;
        if (objection.IsUpheld is not null || round.Stage is not AwardStage.Revealed) return Result.Conflict(AwardRoundMessages.ObjectionAnswered);
        if (objection.Version != command.Version) return Result.Stale();
        if (command.IsUpheld is not { } upheld) return Result.Invalid(nameof(command.IsUpheld), AwardRoundMessages.VerdictMissing);
        if (answer.Length == 0) return Result.Invalid(nameof(command.Answer), AwardRoundMessages.AnswerMissing);
        if (answer.Length > FileAwardObjection.TextLength) return Result.Invalid(nameof(command.Answer), Messages.TooLong, FileAwardObjection.TextLength);

        objection.Settle(upheld, answer, actor.Current.Name, clock.UtcNow);
        audit.Record(new AwardObjectionAnswered(round.Code, objection.Id, upheld, answer));
        return await db.SaveOrStaleAsync(ct);
    }
}
