using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Agreements;

/// <param name="Number">Of the agreement.</param>
/// <param name="Reason">Told to Korea too.</param>
/// <param name="Version">The version the page showed.</param>
public sealed record RevokeAgreementCommand(int Number, string? Reason, int? Version);

public sealed record AgreementRevoked(string Code, int Number, string Reason) : AuditFact($"rounds/{Code}/sharing/{Number}");

/// <summary>Takes an agreement back, at once: what was shared by it leaves the hub, and the space's default level decides again.</summary>
public sealed class RevokeAgreement(TenantDbContext db, SettleSharing settle, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(RevokeAgreementCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.SharingDecide)) return Result.Forbidden();
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (await db.SharingAgreements.FirstOrDefaultAsync(a => a.Number == command.Number, ct) is not { } agreement) return Result.NotFound();
        var reason = command.Reason?.Trim() ?? "";
        if (agreement.State is AgreementState.Revoked && agreement.EndReason == reason) return Result.Ok;
        if (agreement.Version != version) return Result.Stale();
        if (reason.Length == 0) return Result.Invalid(nameof(command.Reason), SharingMessages.ReasonMissing);
        if (reason.Length > SharingRules.ReasonLength) return Result.Invalid(nameof(command.Reason), Messages.TooLong, SharingRules.ReasonLength);

        await settle.ReadyAsync(ct);
        var revoked = agreement.Revoke(reason, actor.Current.Name, clock.UtcNow);
        if (!revoked.Succeeded) return revoked;
        var round = await db.Rounds.SingleAsync(r => r.Id == agreement.RoundId, ct);
        var others = await db.SharingAgreements.Where(a => a.RoundId == round.Id && a.State == AgreementState.Concluded && a.Id != agreement.Id).ToListAsync(ct);
        audit.Record(new AgreementRevoked(round.Code, agreement.Number, reason));
        await settle.StageAsync(round, SharingRules.InForce(others, SettleRound.DayOf(db.Space.Settings.TimeZone, clock.UtcNow)), PublicationReason.Revoked, reason, ct);
        return await settle.SaveAsync(ct);
    }
}
