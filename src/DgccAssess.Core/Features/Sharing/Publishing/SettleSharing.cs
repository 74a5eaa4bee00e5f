using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers.Bundle;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.Sharing.Agreements;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Publishing;

public sealed record RoundShared(string Code, int Number, SharingLevel Level, int? Agreement, PublicationReason Reason, string PayloadHash) : AuditFact($"rounds/{Code}");

public sealed record RoundUnshared(string Code, PublicationReason Reason) : AuditFact($"rounds/{Code}");

/// <summary>
/// Brings what the hub has of a round to what the government decided: a further version where the payload is another, a withdrawal where another ground decides now, nothing
/// where all is said. It adds to the save under way, so that the decision and what follows from it are one.
/// </summary>
public sealed class SettleSharing(TenantDbContext db, BuildPayload build, ResultKeys keys, Outbox outbox, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Before anything is changed: the first key of a space is saved by itself, and must not take half a decision along.</summary>
    public async Task ReadyAsync(CancellationToken ct)
    {
        var (_, signer) = await keys.CurrentAsync(ct);
        signer.Dispose();
    }

    /// <summary>Saves the decision with what was staged. Stale where somebody changed the agreement, or said something to the hub at the same instant: its place in the order is taken.</summary>
    public async Task<Result> SaveAsync(CancellationToken ct)
    {
        var mine = db.SharingPublications.Local.Select(p => p.Sequence).ToList();
        try
        {
            return await db.SaveOrStaleAsync(ct);
        }
        catch (DbUpdateException) when (mine.Count > 0 && !ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (await db.SharingPublications.AnyAsync(p => mine.Contains(p.Sequence), ct)) return Result.Stale();
            throw;
        }
    }

    /// <param name="round">As it stands.</param>
    /// <param name="inForce">The agreement that decides; null: the space's default level.</param>
    /// <param name="because">Why another ground decides, where the caller knows.</param>
    /// <param name="note">A person's words on it.</param>
    /// <param name="ct">To stop.</param>
    /// <param name="seen">What this request has made already of the round, at any level.</param>
    /// <returns>Whether anything is to be said.</returns>
    public async Task<bool> StageAsync(Round round, SharingAgreement? inForce, PublicationReason? because, string? note, CancellationToken ct, SharedPayload? seen = null)
    {
        var level = inForce?.Level ?? (SharingLevel)db.Space.Settings.SharingDefaultLevel;
        var last = await db.SharingPublications.AsNoTracking().Where(p => p.RoundId == round.Id).OrderByDescending(p => p.Sequence).FirstOrDefaultAsync(ct);
        var isShown = last is { Kind: PublicationKind.Publish };
        var isOtherGround = isShown && (last!.AgreementId != inForce?.Id || last.Level != level);
        var made = level is SharingLevel.Nothing ? null : seen?.Level == level ? seen : await build.HandleAsync(round.Code, level, ct);
        var payload = made is null ? null : SharedJson.Write(made);
        if (isShown && !isOtherGround && payload is not null && last!.PayloadHash == SharedJson.HashOf(payload)) return false;
        if (!isShown && payload is null) return false;

        // A text that is no longer agreed to must be in no version the hub can open.
        var isTakenBack = isShown && !isOtherGround && made is not null && HoldsMore(last!, made);
        var (key, signer) = await keys.CurrentAsync(ct);
        using var mine = signer;
        var sequence = await db.SharingPublications.MaxAsync(p => (int?)p.Sequence, ct) ?? 0;
        if (isTakenBack) Add(PublicationKind.Withdraw, last!.Number, last.Level, PublicationReason.Consent, text: null);
        else if (isOtherGround || payload is null) Add(PublicationKind.Withdraw, last!.Number, last.Level, because ?? PublicationReason.Agreement, text: null);
        if (payload is not null)
        {
            var reason = last is null ? PublicationReason.First : isTakenBack ? PublicationReason.Consent : isOtherGround || !isShown ? because ?? PublicationReason.Agreement : PublicationReason.Changed;
            Add(PublicationKind.Publish, (last?.Number ?? 0) + 1, level, reason, payload);
        }

        outbox.Add<DeliverSharing, DeliverSharingArgs>(new(sequence));
        return true;

        void Add(PublicationKind kind, int number, SharingLevel at, PublicationReason reason, string? text)
        {
            var hash = text is null ? null : SharedJson.HashOf(text);
            var envelope = SharingEnvelope.Write(new SharingEnvelope
            {
                Schema = SharingEnvelope.CurrentSchema, Partner = db.Space.Id, Sequence = ++sequence, Kind = kind, Round = round.Code, Number = number, Level = at,
                Agreement = kind is PublicationKind.Withdraw ? null : Of(inForce), Reason = reason, Note = note, PayloadHash = hash, CreatedAt = clock.UtcNow,
            });
            db.SharingPublications.Add(new SharingPublication
            {
                Id = clock.NewId(), Sequence = sequence, RoundId = round.Id, Kind = kind, Number = number, Level = at, AgreementId = kind is PublicationKind.Withdraw ? last?.AgreementId : inForce?.Id,
                Envelope = envelope, Payload = text, PayloadHash = hash, KeyId = key.Id, CreatedAt = clock.UtcNow,
                Signature = SharingEnvelope.Sign(signer, envelope),
            });
            audit.Record(kind is PublicationKind.Publish ? new RoundShared(round.Code, number, at, inForce?.Number, reason, hash!) : new RoundUnshared(round.Code, reason));
        }
    }

    /// <summary>Whether the version shown has a practice, or a language of one, that is not in what may be shown now. Those before it have been through the same.</summary>
    private static bool HoldsMore(SharingPublication shown, SharedPayload now)
    {
        static IEnumerable<(string, string, string, string)> Texts(SharedPayload payload) => (payload.Practices ?? []).SelectMany(p => p.Texts, (p, text) => (p.Question, p.Agency, text.Key, text.Value));
        return shown.Level >= SharingLevel.Agencies && Texts(SharedJson.Read(shown.Payload!)).Except(Texts(now)).Any();
    }

    private static EnvelopeAgreement? Of(SharingAgreement? agreement) =>
        agreement is null ? null : new(agreement.Number, agreement.Purpose, agreement.StartsOn, agreement.EndsOn, agreement.Signer!, agreement.SignedAt!.Value);
}
