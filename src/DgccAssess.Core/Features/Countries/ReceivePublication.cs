using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Features.Sharing.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Countries;

/// <param name="Partner">Whose door it came through: the tenant here, or the program's partner.</param>
/// <param name="Publication">As it was signed.</param>
public sealed record ReceivePublicationCommand(string Partner, SignedPublication Publication) : ICreation;

public sealed record PartnerRegistered(string Partner, string Country, string KeyId) : AuditFact($"countries/{Country}");

public sealed record PartnerKeyChanged(string Partner, string Country, string KeyId) : AuditFact($"countries/{Country}");

public sealed record SnapshotReceived(string Partner, string Round, int Number, int Level, string PayloadHash) : AuditFact($"countries/{Partner}");

public sealed record SnapshotsWithdrawn(string Partner, string Round, string Because, int Versions) : AuditFact($"countries/{Partner}");

/// <summary>
/// Takes what a partner says of a round: each publication once, in order, signed by the partner's key, with nothing above the level it states. A tenant of this installation is
/// registered by its first one; a partner with an installation of its own by a person.
/// </summary>
public sealed class ReceivePublication(HubDbContext db, SpaceDatabases databases, SharedPayloads payloads, AuditTrail audit, TimeProvider clock)
{
    private const int MostAttempts = 5;

    public async Task<Result> HandleAsync(ReceivePublicationCommand command, CancellationToken ct = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TakeAsync(command, ct);
            }
            catch (DbUpdateException) when (attempt < MostAttempts && !ct.IsCancellationRequested)
            {
                // Another delivery of this partner was saved at the same instant: what it left is looked at anew.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Result> TakeAsync(ReceivePublicationCommand command, CancellationToken ct)
    {
        if (Read(command.Publication) is not { } read) return Result.Invalid(nameof(command.Publication), CountryMessages.Unreadable);
        var (envelope, payload) = read;
        if (envelope.Partner != command.Partner || (payload is not null && (payload.Partner != command.Partner || payload.Round != envelope.Round || payload.Level != envelope.Level)))
            return Result.Invalid(nameof(command.Partner), CountryMessages.OtherPartner);
        if (payload is not null && !SharedLevels.Holds(payload)) return Result.Invalid(nameof(command.Publication), CountryMessages.AboveLevel);
        if (!IsSigned(command.Publication)) return Result.Invalid(nameof(command.Publication), CountryMessages.NotSigned);

        if (await PartnerAsync(envelope, payload, KeyIdOf(command.Publication), ct) is not { } partner) return Result.Forbidden();
        // Only now: what another delivery takes meanwhile is then either here or in the way of the save.
        var known = await db.SharingReceipts.Where(r => r.PartnerId == command.Partner && r.Sequence == envelope.Sequence).Select(r => r.Envelope).FirstOrDefaultAsync(ct);
        if (known is not null) return known == command.Publication.Envelope ? Result.Ok : Result.Conflict(CountryMessages.OtherContent);
        if (envelope.Sequence != partner.LastSequence + 1) return Result.Conflict(CountryMessages.OutOfOrder, partner.LastSequence + 1);

        partner.Took(envelope.Sequence, payload is null ? null : new LocalizedText(payload.Names));
        db.SharingReceipts.Add(new SharingReceipt
        {
            Id = clock.NewId(), PartnerId = partner.Id, Sequence = envelope.Sequence, Envelope = command.Publication.Envelope, PublicKey = command.Publication.PublicKey,
            Signature = command.Publication.Signature, ReceivedAt = clock.UtcNow,
        });
        if (payload is null) await WithdrawAsync(envelope, ct);
        else await KeepAsync(envelope, payload, command.Publication.Payload!, ct);
        await db.SaveChangesAsync(ct);
        if (payload is null) await ForgetAsync(ct);
        return Result.Ok;
    }

    private async Task KeepAsync(SharingEnvelope envelope, SharedPayload payload, string text, CancellationToken ct)
    {
        foreach (var earlier in await db.SharedSnapshots.Where(s => s.PartnerId == envelope.Partner && s.Round == envelope.Round && s.WithdrawnAt == null && s.SupersededAt == null).ToListAsync(ct))
        {
            earlier.Supersede(clock.UtcNow);
            await RemoveSlicesAsync(earlier.Id, ct);
        }

        var snapshot = new SharedSnapshot
        {
            Id = clock.NewId(), PartnerId = envelope.Partner, Round = envelope.Round, Number = envelope.Number, Sequence = envelope.Sequence, Level = payload.Level,
            Agreement = envelope.Agreement?.Number, AgreementEndsOn = envelope.Agreement?.EndsOn, Payload = text, PayloadHash = envelope.PayloadHash!, PublishedAt = envelope.CreatedAt, ReceivedAt = clock.UtcNow,
        };
        db.SharedSnapshots.Add(snapshot);
        db.SharedCoreSlices.AddRange(SharedCoreSlice.Of(snapshot.Id, payload, clock.NewId));
        db.SharedPracticeSlices.AddRange(SharedPracticeSlice.Of(snapshot.Id, payload, clock.NewId));
        audit.Record(new SnapshotReceived(envelope.Partner, envelope.Round, envelope.Number, (int)payload.Level, envelope.PayloadHash!));
    }

    private async Task WithdrawAsync(SharingEnvelope envelope, CancellationToken ct)
    {
        var shown = await db.SharedSnapshots.Where(s => s.PartnerId == envelope.Partner && s.Round == envelope.Round && s.WithdrawnAt == null).ToListAsync(ct);
        foreach (var snapshot in shown)
        {
            snapshot.Withdraw(envelope.Reason.ToString(), clock.UtcNow);
            await RemoveSlicesAsync(snapshot.Id, ct);
        }

        audit.Record(new SnapshotsWithdrawn(envelope.Partner, envelope.Round, envelope.Reason.ToString(), shown.Count));
    }

    private async Task ForgetAsync(CancellationToken ct)
    {
        payloads.Forget();
        if (Providers.EmptyLog(databases.PlaceOf(db.Space.Id).Provider) is { } command) await db.Database.ExecuteSqlRawAsync(command, ct);
    }

    private async Task RemoveSlicesAsync(Guid snapshot, CancellationToken ct)
    {
        db.SharedCoreSlices.RemoveRange(await db.SharedCoreSlices.Where(s => s.SnapshotId == snapshot).ToListAsync(ct));
        db.SharedPracticeSlices.RemoveRange(await db.SharedPracticeSlices.Where(s => s.SnapshotId == snapshot).ToListAsync(ct));
    }

    /// <summary>Null: nobody the hub takes anything from by this key.</summary>
    private async Task<SharingPartner?> PartnerAsync(SharingEnvelope envelope, SharedPayload? payload, string keyId, CancellationToken ct)
    {
        var partner = await db.SharingPartners.FirstOrDefaultAsync(p => p.Id == envelope.Partner, ct);
        if (partner is null)
        {
            // Its first word can't be a withdrawal. A space of this installation is who it says it is: nobody else can open its scope.
            if (payload is null || !await db.Spaces.AnyAsync(s => s.Id == envelope.Partner, ct)) return null;
            partner = SharingPartner.Create(envelope.Partner, payload.Country, new LocalizedText(payload.Names), keyId, clientId: null, clock.UtcNow);
            db.SharingPartners.Add(partner);
            audit.Record(new PartnerRegistered(partner.Id, partner.Country, keyId));
        }
        else if (partner.KeyId != keyId)
        {
            // A tenant here makes a new key when it was moved; of a partner elsewhere a person must say so.
            if (partner.ClientId is not null) return null;
            partner.TakeKey(keyId);
            audit.Record(new PartnerKeyChanged(partner.Id, partner.Country, keyId));
        }

        return partner;
    }

    private static (SharingEnvelope Envelope, SharedPayload? Payload)? Read(SignedPublication publication)
    {
        if (publication.Envelope.Length > CountryRules.EnvelopeLength || publication.Payload?.Length > SharedJson.MaxLength) return null;
        try
        {
            var envelope = SharingEnvelope.Read(publication.Envelope);
            if ((envelope.Kind is PublicationKind.Publish) != publication.Payload is not null || !SharedLevels.Holds(envelope)) return null;
            if (publication.Payload is not { } text) return (envelope, null);
            return SharedJson.HashOf(text) == envelope.PayloadHash ? (envelope, SharedJson.Read(text)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSigned(SignedPublication publication)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromHexString(publication.PublicKey), out _);
            return key.KeySize == 256
                && key.VerifyData(Encoding.UTF8.GetBytes(publication.Envelope), Convert.FromHexString(publication.Signature), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static string KeyIdOf(SignedPublication publication) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(publication.PublicKey)));
}
