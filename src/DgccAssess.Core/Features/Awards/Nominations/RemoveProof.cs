using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Nominations;

/// <param name="AwardRound">Its code.</param>
/// <param name="Id">Of the file or link.</param>
/// <param name="Version">Of it.</param>
public sealed record RemoveProofCommand(string AwardRound, Guid Id, int? Version);

public sealed record ProofRemoved(string Nomination, Guid ProofId, string Name) : AuditFact(Nomination);

/// <summary>Takes a file or link away from the coordinator's own nomination, until nominations close.</summary>
public sealed class RemoveProof(TenantDbContext db, FindOwnNomination find, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(RemoveProofCommand command, CancellationToken ct = default)
    {
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        var found = await find.HandleAsync(command.AwardRound, ct);
        if (!found.Succeeded) return found;
        var nomination = found.Value!.Nomination?.Id;
        if (await db.NominationProofs.FirstOrDefaultAsync(p => p.Id == command.Id && p.NominationId == nomination, ct) is not { } proof) return Result.NotFound();
        if (proof.RemovedAt is not null) return Result.Ok;
        if (!found.Value.IsOpen) return Result.Conflict(AwardRoundMessages.NominationsClosed);
        if (proof.Version != command.Version) return Result.Stale();

        proof.Remove(clock.UtcNow);
        audit.Record(new ProofRemoved(found.Value.Subject, proof.Id, proof.Name));
        return await db.SaveOrStaleAsync(ct);
    }
}
