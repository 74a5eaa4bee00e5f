using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Objections;

/// <param name="AssessmentId">Whose objection it is.</param>
/// <param name="Id">Of the objection.</param>
/// <param name="Version">Of the objection.</param>
public sealed record WithdrawObjectionCommand(Guid AssessmentId, Guid Id, int? Version);

public sealed record ObjectionWithdrawn(string Assessment, Guid Objection) : AuditFact(Assessment);

/// <summary>The agency takes its objection back before it is answered; it stays readable.</summary>
public sealed class WithdrawObjection(TenantDbContext db, FindAssessment find, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(WithdrawObjectionCommand command, CancellationToken ct = default)
    {
        var found = await find.HandleAsync(command.AssessmentId, AssessmentAccess.Coordinate, ct);
        if (!found.Succeeded) return found;
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (await db.Objections.FirstOrDefaultAsync(o => o.Id == command.Id && o.AssessmentId == command.AssessmentId, ct) is not { } objection) return Result.NotFound();
        if (objection.State is ObjectionState.Withdrawn) return Result.Ok;
        var withdrawn = objection.Withdraw(actor.Current.Name, clock.UtcNow);
        if (!withdrawn.Succeeded) return withdrawn;
        if (objection.Version != command.Version) return Result.Stale();

        audit.Record(new ObjectionWithdrawn(found.Value!.Subject, objection.Id));
        return await db.SaveOrStaleAsync(ct);
    }
}
