using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Security;

namespace DgccAssess.Core.Features.Tenants.Operation;

public sealed record SuspendTenantCommand(string Id, string Reason, int? Version);

public sealed record ResumeTenantCommand(string Id, int? Version);

/// <summary>Takes a tenant out of service: from now on its people see a notice. On other servers within ten seconds.</summary>
public sealed class SuspendTenant(TenantRecords records, AuditTrail audit, Outbox outbox, ActorContext actor, TimeProvider clock)
{
    /// <summary>Characters of a reason; the tenant's audit trail shows it.</summary>
    public const int ReasonLength = 500;

    public async Task<Result> HandleAsync(SuspendTenantCommand command, CancellationToken ct = default)
    {
        var reason = command.Reason.Trim();
        if (reason.Length == 0) return Result.Invalid(nameof(command.Reason), OperationMessages.ReasonMissing);
        if (reason.Length > ReasonLength) return Result.Invalid(nameof(command.Reason), OperationMessages.ReasonTooLong, ReasonLength);

        var found = await records.FindAsync(command.Id, command.Version, ct);
        if (!found.Succeeded) return found;
        var suspended = found.Value!.Suspend(clock.UtcNow);
        if (!suspended.Succeeded) return suspended;

        audit.Record(new TenantSuspended(command.Id, reason));
        outbox.Tell(clock, command.Id, new SpaceSuspended(actor.Current.Name, reason));
        return await records.SaveAsync(command.Id, ct);
    }
}

/// <summary>Puts a suspended tenant back into service.</summary>
public sealed class ResumeTenant(TenantRecords records, AuditTrail audit, Outbox outbox, ActorContext actor, TimeProvider clock)
{
    public async Task<Result> HandleAsync(ResumeTenantCommand command, CancellationToken ct = default)
    {
        var found = await records.FindAsync(command.Id, command.Version, ct);
        if (!found.Succeeded) return found;
        var resumed = found.Value!.Resume(clock.UtcNow);
        if (!resumed.Succeeded) return resumed;

        audit.Record(new TenantResumed(command.Id));
        outbox.Tell(clock, command.Id, new SpaceResumed(actor.Current.Name));
        return await records.SaveAsync(command.Id, ct);
    }
}
