using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants.Operation;

/// <param name="Id">The tenant.</param>
/// <param name="Typed">Its id once more, typed by the operator.</param>
/// <param name="Version">Its record's version.</param>
public sealed record OrderDeletionCommand(string Id, string Typed, int? Version);

public sealed record CancelDeletionCommand(string Id, int? Version);

/// <summary>Orders the deletion of a suspended tenant that was exported since. It waits as many days as the tenant's settings say.</summary>
public sealed class OrderDeletion(TenantRecords records, HubDbContext hub, AuditTrail audit, Outbox outbox, ActorContext actor, TimeProvider clock)
{
    public async Task<Result> HandleAsync(OrderDeletionCommand command, CancellationToken ct = default)
    {
        if (command.Typed.Trim() != command.Id) return Result.Invalid(nameof(command.Typed), OperationMessages.NotTyped, command.Id);

        var found = await records.FindAsync(command.Id, command.Version, ct);
        if (!found.Succeeded) return found;
        var exportedAt = await hub.TenantExports.Where(e => e.SpaceId == command.Id && e.State == ExportState.Done).MaxAsync(e => (DateTime?)e.RequestedAt, ct);
        var ordered = found.Value!.OrderDeletion(clock.UtcNow, exportedAt);
        if (!ordered.Succeeded) return ordered;

        var due = found.Value.DeletionDueAt!.Value;
        audit.Record(new TenantDeletionOrdered(command.Id, due));
        outbox.Tell(clock, command.Id, new SpaceDeletionOrdered(actor.Current.Name, due));
        return await records.SaveAsync(command.Id, ct);
    }
}

public sealed class CancelDeletion(TenantRecords records, AuditTrail audit, Outbox outbox, ActorContext actor, TimeProvider clock)
{
    public async Task<Result> HandleAsync(CancelDeletionCommand command, CancellationToken ct = default)
    {
        var found = await records.FindAsync(command.Id, command.Version, ct);
        if (!found.Succeeded) return found;
        var cancelled = found.Value!.CancelDeletion();
        if (!cancelled.Succeeded) return cancelled;

        audit.Record(new TenantDeletionCancelled(command.Id));
        outbox.Tell(clock, command.Id, new SpaceDeletionCancelled(actor.Current.Name));
        return await records.SaveAsync(command.Id, ct);
    }
}
