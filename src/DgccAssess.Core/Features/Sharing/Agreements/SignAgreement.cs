using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Agreements;

/// <param name="Number">Of the agreement.</param>
/// <param name="Signer">Name and office as they stand on the paper.</param>
/// <param name="Confirmed">The signer says that this may be shared.</param>
/// <param name="PreviewHash">Of the payload that was shown; empty where nothing is shared.</param>
/// <param name="Version">The version the page showed.</param>
public sealed record SignAgreementCommand(int Number, string? Signer, bool Confirmed, string? PreviewHash, int? Version);

public sealed record AgreementSigned(string Code, int Number, SharingLevel Level, string Signer, string PreviewHash) : AuditFact($"rounds/{Code}/sharing/{Number}");

/// <summary>
/// Signs an agreement: the payload that was looked at is the one that goes to the hub, or nothing is signed. An earlier agreement of the round ends by it. The page asks the
/// signer to sign in anew.
/// </summary>
public sealed class SignAgreement(TenantDbContext db, BuildPayload build, SettleSharing settle, Outbox outbox, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(SignAgreementCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.SharingDecide)) return Result.Forbidden();
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (await db.SharingAgreements.FirstOrDefaultAsync(a => a.Number == command.Number, ct) is not { } agreement) return Result.NotFound();
        var signer = command.Signer?.Trim() ?? "";
        if (agreement.State is AgreementState.Concluded && agreement.Signer == signer && agreement.PreviewHash == (command.PreviewHash ?? "")) return Result.Ok;
        if (agreement.Version != version) return Result.Stale();
        if (agreement.State is not AgreementState.Draft) return Result.Conflict(SharingMessages.NotDraft);

        var round = await db.Rounds.SingleAsync(r => r.Id == agreement.RoundId, ct);
        var today = SettleRound.DayOf(db.Space.Settings.TimeZone, clock.UtcNow);
        var problems = await CheckAsync(agreement, command, signer, today, ct);
        if (problems.Count > 0) return Result.Invalid(problems);
        var seen = agreement.Level is SharingLevel.Nothing ? null : await build.HandleAsync(round.Code, agreement.Level, ct);
        if (PreviewHashOf(seen) != (command.PreviewHash ?? "")) return Result.Conflict(SharingMessages.PreviewChanged);

        await settle.ReadyAsync(ct);
        agreement.Sign(signer, command.PreviewHash ?? "", actor.Current.Name, clock.UtcNow);
        var others = await db.SharingAgreements.Where(a => a.RoundId == round.Id && a.State == AgreementState.Concluded && a.Id != agreement.Id).ToListAsync(ct);
        foreach (var other in others.Where(o => o.EndsOn >= agreement.StartsOn)) other.Replace(actor.Current.Name, clock.UtcNow);
        audit.Record(new AgreementSigned(round.Code, agreement.Number, agreement.Level, signer, command.PreviewHash ?? ""));
        await settle.StageAsync(round, SharingRules.InForce([agreement, .. others], today), PublicationReason.Agreement, note: null, ct, seen);
        if (agreement.StartsOn > today) outbox.Add<SettleRound, SettleRoundArgs>(new(round.Code), MidnightOf(agreement.StartsOn));
        outbox.Add<SettleRound, SettleRoundArgs>(new(round.Code), MidnightOf(agreement.EndsOn.AddDays(1)));
        return await settle.SaveAsync(ct);
    }

    /// <summary>SHA-256 of what would be published; empty where nothing is.</summary>
    public static string PreviewHashOf(SharedPayload? payload) => payload is null ? "" : SharedJson.HashOf(SharedJson.Write(payload));

    private async Task<IReadOnlyList<Problem>> CheckAsync(SharingAgreement agreement, SignAgreementCommand command, string signer, DateOnly today, CancellationToken ct)
    {
        List<Problem> problems = [];
        if (SharingRules.NeedsDocument(agreement.Level) && !await db.SharingDocuments.AnyAsync(d => d.AgreementId == agreement.Id, ct)) problems.Add(new("Document", SharingMessages.DocumentMissing));
        if (signer.Length == 0) problems.Add(new(nameof(command.Signer), SharingMessages.SignerMissing));
        else if (signer.Length > SharingRules.SignerLength) problems.Add(new(nameof(command.Signer), Messages.TooLong, SharingRules.SignerLength));
        if (!command.Confirmed) problems.Add(new(nameof(command.Confirmed), SharingMessages.NotConfirmed));
        if (agreement.EndsOn < today) problems.Add(new("", SharingMessages.EndOver));
        return problems;
    }

    /// <summary>The instant a day begins in the space's time zone.</summary>
    private DateTime MidnightOf(DateOnly day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(db.Space.Settings.TimeZone);
        var local = day.ToDateTime(TimeOnly.MinValue);
        // Where the clocks skip midnight the day begins an hour later.
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }
}
