using System.Security.Cryptography;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Connect.Keys;

public enum RotateKeys
{
    /// <summary>As often as the rules say.</summary>
    WhenDue,

    /// <summary>Now, for use once every server knows the new ones.</summary>
    Now,

    /// <summary>Now and in use at once: where there is no key, or the one in use must not be used any more.</summary>
    AtOnce,
}

public sealed record SigningKeysRotated(int Number, DateTime UsedFrom) : AuditFact("keys");

/// <summary>Makes new keys for signing and encryption and forgets those no token can need. Repeated within the period it changes nothing.</summary>
public sealed class RotateSigningKeys(SpaceDbContext db, SpaceContext context, SpaceKeyProtection protection, SpaceKeys keys, AuditTrail audit, TimeProvider clock)
{
    private const int EncryptionBytes = 32;

    /// <returns>Whether there are new keys.</returns>
    public async Task<bool> HandleAsync(RotateKeys when, CancellationToken ct = default)
    {
        var (now, rows) = (clock.UtcNow, await db.SpaceKeys.ToListAsync(ct));
        if (when is RotateKeys.WhenDue && !SpaceKeyRules.IsDue(rows, now)) return false;

        var number = rows.Select(k => k.Number).DefaultIfEmpty().Max() + 1;
        // Nothing is signed yet where there is no key at all.
        var usedFrom = rows.Count == 0 || when is RotateKeys.AtOnce ? now : now + SpaceKeyRules.Announced;
        foreach (var use in Enum.GetValues<SpaceKeyUse>())
        {
            db.SpaceKeys.Add(new SpaceKey { Id = clock.NewId(), Use = use, Number = number, CreatedAt = now, UsedFrom = usedFrom, Material = protection.Close(context.Space, Make(use)) });
            db.SpaceKeys.RemoveRange(rows.Where(k => k.Use == use).Except(SpaceKeyRules.Usable(rows.Where(k => k.Use == use), now)));
        }

        audit.Record(new SigningKeysRotated(number, usedFrom));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another server was faster: its keys are as good.
            db.ChangeTracker.Clear();
            if (!await db.SpaceKeys.AnyAsync(k => k.Number == number, ct)) throw;
        }

        keys.Forget(context.Space);
        return true;
    }

    private static byte[] Make(SpaceKeyUse use)
    {
        if (use is SpaceKeyUse.Encryption) return RandomNumberGenerator.GetBytes(EncryptionBytes);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return ecdsa.ExportPkcs8PrivateKey();
    }
}
