using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Publishing;

/// <param name="After">What was said before; only for those who read the queue.</param>
public sealed record DeliverSharingArgs(int After);

/// <summary>Hands what the hub has not confirmed to it, in order. The hub takes each once, so that trying again does no harm.</summary>
public sealed class DeliverSharing(TenantDbContext db, ISharingHub hub, TimeProvider clock) : IJob<DeliverSharingArgs>
{
    public async Task ExecuteAsync(DeliverSharingArgs args, CancellationToken ct)
    {
        foreach (var publication in await db.SharingPublications.AsNoTracking().Where(p => p.DeliveredAt == null).OrderBy(p => p.Sequence).ToListAsync(ct))
        {
            var key = await db.ResultKeys.Where(k => k.Id == publication.KeyId).Select(k => k.PublicKey).SingleAsync(ct);
            await hub.PublishAsync(new SignedPublication(publication.Envelope, publication.Payload, Convert.ToHexStringLower(key), Convert.ToHexStringLower(publication.Signature)), ct);
            var now = clock.UtcNow;
            await db.SharingPublications.Where(p => p.Id == publication.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.DeliveredAt, now), ct);
        }
    }
}
