using System.Security.Cryptography;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect.Keys;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Papers.Bundle;

public sealed record ResultKeyMade(int Number, string Id) : AuditFact("result-keys");

/// <summary>Hands out the key that signs results of the space. The first one to ask makes it; so does the first one after a move to an installation that can't open it.</summary>
public sealed class ResultKeys(TenantDbContext db, SpaceInfo space, SpaceKeyProtection protection, AuditTrail audit, TimeProvider clock)
{
    public async Task<(ResultKey Key, ECDsa Signer)> CurrentAsync(CancellationToken ct) => await OpenAsync(ct) ?? await MakeAsync(ct);

    private async Task<(ResultKey, ECDsa)?> OpenAsync(CancellationToken ct)
    {
        if (await db.ResultKeys.AsNoTracking().OrderByDescending(k => k.Number).FirstOrDefaultAsync(ct) is not { } key) return null;
        if (protection.Open(space, key.Material) is not { } material) return null;

        var signer = ECDsa.Create();
        signer.ImportPkcs8PrivateKey(material, out _);
        return (key, signer);
    }

    private async Task<(ResultKey, ECDsa)> MakeAsync(CancellationToken ct)
    {
        var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = signer.ExportSubjectPublicKeyInfo();
        var key = new ResultKey
        {
            Id = Convert.ToHexStringLower(SHA256.HashData(publicKey)),
            Number = (await db.ResultKeys.MaxAsync(k => (int?)k.Number, ct) ?? 0) + 1,
            PublicKey = publicKey,
            Material = protection.Close(space, signer.ExportPkcs8PrivateKey()),
            CreatedAt = clock.UtcNow,
        };
        db.ResultKeys.Add(key);
        audit.Record(new ResultKeyMade(key.Number, key.Id));
        try
        {
            await db.SaveChangesAsync(ct);
            return (key, signer);
        }
        catch (DbUpdateException e)
        {
            // Another server was faster: its key is as good.
            signer.Dispose();
            db.ChangeTracker.Clear();
            return await OpenAsync(ct) ?? throw new InvalidOperationException($"Space '{space.Id}' has no key for results that can be opened.", e);
        }
    }
}
