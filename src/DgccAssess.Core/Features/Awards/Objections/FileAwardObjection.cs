using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Objections;

/// <param name="AwardRound">Its code.</param>
/// <param name="Reason">What is wrong with the list.</param>
/// <param name="Id">Made with the form, so that a repeated post files nothing twice.</param>
public sealed record FileAwardObjectionCommand(string AwardRound, string Reason, Guid Id) : ICreation;

public sealed record AwardObjectionFiled(string Code, string Agency, string Reason) : AuditFact($"award-rounds/{Code}");

/// <summary>A coordinator objects to a revealed list for the own agency, while the days for it last.</summary>
public sealed class FileAwardObjection(TenantDbContext db, FindAwardRound find, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public const int TextLength = 4000;

    /// <summary>Open ones of one agency at a time.</summary>
    private const int MaxOpen = 1;

    public async Task<Result> HandleAsync(FileAwardObjectionCommand command, CancellationToken ct = default)
    {
        if (await find.HandleAsync(command.AwardRound, ct) is not { Stage: >= AwardStage.Revealed } round) return Result.NotFound();
        if (actor.Current.AgencyId is not { } agencyId || !actor.Current.Can(Permissions.AssessmentsCoordinate)) return Result.Forbidden();
        if (await db.AwardObjections.AsNoTracking().FirstOrDefaultAsync(o => o.Id == command.Id, ct) is { } filed) return filed.AgencyId == agencyId && filed.AwardRoundId == round.Id ? Result.Ok : Result.Stale();
        if (round.Stage is not AwardStage.Revealed || clock.UtcNow > round.ObjectionsDueAt) return Result.Conflict(AwardRoundMessages.WindowOver);
        var reason = command.Reason.Trim();
        if (reason.Length == 0) return Result.Invalid(nameof(command.Reason), AwardRoundMessages.ReasonMissing);
        if (reason.Length > TextLength) return Result.Invalid(nameof(command.Reason), Messages.TooLong, TextLength);

        await using var hold = await db.HoldAwardAsync(round.Id, ct);
        if (await db.AwardObjections.CountAsync(o => o.AwardRoundId == round.Id && o.AgencyId == agencyId && o.IsUpheld == null, ct) >= MaxOpen) return Result.Conflict(AwardRoundMessages.ObjectionOpen);
        db.AwardObjections.Add(AwardObjection.Create(command.Id, round.Id, agencyId, reason, actor.Current.Name, clock.UtcNow));
        audit.Record(new AwardObjectionFiled(round.Code, await db.Agencies.Where(a => a.Id == agencyId).Select(a => a.Code).SingleAsync(ct), reason));
        await db.SaveChangesAsync(ct);
        await hold.CommitAsync(ct);
        return Result.Ok;
    }
}
