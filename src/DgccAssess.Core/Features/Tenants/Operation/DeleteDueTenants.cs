using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants.Door;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants.Operation;

/// <summary>Deletes the tenants whose day has come: evidence and database, then the record is marked. Begun and cut off, it is taken up again.</summary>
public sealed class DeleteDueTenants(SpaceDbContext db, IServiceProvider services, TenantRemoval removal, SpaceRegister register, AuditTrail audit, TimeProvider clock)
{
    /// <param name="missingIsGone">See <see cref="TenantRemoval"/>.</param>
    /// <param name="ct">Ends the work early.</param>
    /// <returns>Ids of those deleted.</returns>
    public async Task<IReadOnlyList<string>> HandleAsync(bool missingIsGone = false, CancellationToken ct = default)
    {
        // Recurring work runs in every space; this is the hub's.
        if (!db.Space.IsHub) return [];

        var hub = (HubDbContext)services.GetService(typeof(HubDbContext))!;
        var now = clock.UtcNow;
        var due = await hub.Spaces.Where(s => s.State == SpaceState.DeletionOrdered && s.DeletionDueAt <= now).OrderBy(s => s.Id).ToListAsync(ct);
        foreach (var record in due)
        {
            await removal.RemoveAsync(record.ToSpaceInfo(), missingIsGone, ct);
            record.MarkDeleted(clock.UtcNow);
            audit.Record(new TenantDeleted(record.Id));
            await hub.SaveChangesAsync(ct);
            register.Forget(record.Id);
        }

        return [.. due.Select(r => r.Id)];
    }
}
