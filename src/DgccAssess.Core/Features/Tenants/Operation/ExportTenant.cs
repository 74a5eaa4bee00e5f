using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants.Door;
using DgccAssess.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants.Operation;

public sealed record ExportTenantArgs(Guid ExportId);

/// <summary>Writes the exit pack that was asked for. Done already: nothing happens.</summary>
public sealed class ExportTenant(HubDbContext hub, TenantPacks packs, AuditTrail audit, Outbox outbox, TimeProvider clock) : IJob<ExportTenantArgs>, IGivesUp<ExportTenantArgs>
{
    public async Task ExecuteAsync(ExportTenantArgs args, CancellationToken ct)
    {
        var export = await hub.TenantExports.SingleAsync(e => e.Id == args.ExportId, ct);
        if (export.State is ExportState.Done) return;

        var space = (await hub.Spaces.SingleAsync(s => s.Id == export.SpaceId, ct)).ToSpaceInfo();
        var pack = await packs.WriteAsync(space, export.Id, export.RequestedAt, ct);
        export.Finish(pack, clock.UtcNow);
        audit.Record(new TenantExported(export.SpaceId, pack.Bytes, pack.Sha256));
        outbox.Tell(clock, export.SpaceId, new SpaceExported(export.RequestedByName, pack.Bytes, pack.Sha256));
        await hub.SaveChangesAsync(ct);
    }

    public async Task GiveUpAsync(ExportTenantArgs args, string reason, CancellationToken ct)
    {
        var export = await hub.TenantExports.SingleAsync(e => e.Id == args.ExportId, ct);
        if (export.State is not ExportState.Requested) return;
        export.Fail(reason, clock.UtcNow);
        audit.Record(new TenantExportFailed(export.SpaceId, reason));
        await hub.SaveChangesAsync(ct);
    }
}
