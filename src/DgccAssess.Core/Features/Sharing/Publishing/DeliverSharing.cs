using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers.Bundle;
using DgccAssess.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Publishing;

/// <param name="After">What was said before; only for those who read the queue.</param>
public sealed record DeliverSharingArgs(int After);

/// <summary>
/// Hands what the hub has not confirmed to it, in order. The hub takes each once, so that trying again does no harm. It knows one key of each partner: what waited while the key was lost
/// goes with the signature of the one that took its place, word for word the same.
/// </summary>
public sealed class DeliverSharing(TenantDbContext db, ISharingHub hub, ResultKeys keys, TimeProvider clock) : IJob<DeliverSharingArgs>
{
    public async Task ExecuteAsync(DeliverSharingArgs args, CancellationToken ct)
    {
        var waiting = await db.SharingPublications.AsNoTracking().Where(p => p.DeliveredAt == null).OrderBy(p => p.Sequence).ToListAsync(ct);
        if (waiting.Count == 0) return;
        var (key, signer) = await keys.CurrentAsync(ct);
        using var mine = signer;
        foreach (var publication in waiting)
        {
            var signature = publication.KeyId == key.Id ? publication.Signature : SharingEnvelope.Sign(signer, publication.Envelope);
            await hub.PublishAsync(new SignedPublication(publication.Envelope, publication.Payload, Convert.ToHexStringLower(key.PublicKey), Convert.ToHexStringLower(signature)), ct);
            var now = clock.UtcNow;
            await db.SharingPublications.Where(p => p.Id == publication.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.DeliveredAt, now), ct);
        }
    }
}
