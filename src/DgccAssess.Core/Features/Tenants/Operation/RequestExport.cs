using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants.Operation;

public sealed record RequestExportCommand(string Id, int? Version);

/// <summary>Asks for a tenant's exit pack; it is written in the background.</summary>
public sealed class RequestExport(TenantRecords records, HubDbContext hub, AuditTrail audit, Outbox outbox, ActorContext actor, TimeProvider clock)
{
    public async Task<Result<Guid>> HandleAsync(RequestExportCommand command, CancellationToken ct = default)
    {
        var found = await records.FindAsync(command.Id, command.Version, ct);
        if (!found.Succeeded) return Result<Guid>.From(found);
        if (await hub.TenantExports.AnyAsync(e => e.SpaceId == command.Id && e.State == ExportState.Requested, ct)) return Result<Guid>.From(Result.Conflict(OperationMessages.ExportUnderWay));

        var export = TenantExport.Request(clock.NewId(), command.Id, clock.UtcNow, actor.Current.Name);
        hub.TenantExports.Add(export);
        audit.Record(new TenantExportRequested(command.Id));
        outbox.Add<ExportTenant, ExportTenantArgs>(new(export.Id));
        var saved = await records.SaveAsync(command.Id, ct);
        return saved.Succeeded ? export.Id : Result<Guid>.From(saved);
    }
}
