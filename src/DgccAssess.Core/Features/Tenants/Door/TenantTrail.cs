using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Tenants.Door;

/// <summary>Adds an event to a tenant's audit trail, and reads nothing of it.</summary>
public sealed class TenantTrail(SpaceScopes scopes)
{
    /// <summary>Who the tenant's people see: an account of the hub is none of theirs.</summary>
    public const string OperatorName = "platform operator";

    public Task WriteAsync(SpaceInfo space, Guid eventId, AuditFact fact, CancellationToken ct) => scopes.RunAsync(space, async services =>
    {
        services.GetRequiredService<ActorContext>().Set(Actor.Program(OperatorName));
        var db = services.GetRequiredService<TenantDbContext>();
        if (await db.AuditEvents.AnyAsync(e => e.Id == eventId, ct)) return;

        services.GetRequiredService<AuditTrail>().Record(fact, eventId);
        await db.SaveChangesAsync(ct);
    });
}
