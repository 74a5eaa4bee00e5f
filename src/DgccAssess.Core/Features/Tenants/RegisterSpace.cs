using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Tenants;

public sealed record SpaceApplied(string SpaceId) : AuditFact($"spaces/{SpaceId}");

/// <summary>Writes a space into the hub's register and provisions its database. Declarative: the second run with the same settings changes nothing.</summary>
public sealed class RegisterSpace(ProvisionSpace provision, SpaceScopes scopes)
{
    public async Task<SpaceInfo> HandleAsync(string id, SpaceKind kind, SpaceSettings settings, CancellationToken ct = default)
    {
        await provision.HandleAsync(SpaceDatabases.HubSpace, ct);
        var space = await scopes.RunAsync(SpaceDatabases.HubSpace, services => WriteAsync(services, id, kind, settings, ct));
        if (!space.IsHub) await provision.HandleAsync(space, ct);
        return space;
    }

    private static async Task<SpaceInfo> WriteAsync(IServiceProvider services, string id, SpaceKind kind, SpaceSettings settings, CancellationToken ct)
    {
        services.GetRequiredService<ActorContext>().Set(Actor.Program("register space"));
        var hub = services.GetRequiredService<HubDbContext>();
        var record = await hub.Spaces.FirstOrDefaultAsync(s => s.Id == id, ct);
        if (record is null) hub.Spaces.Add(record = SpaceRecord.Create(id, kind, settings));
        else if (!record.Apply(settings)) return record.ToSpaceInfo();

        services.GetRequiredService<AuditTrail>().Record(new SpaceApplied(id));
        await hub.SaveChangesAsync(ct);
        return record.ToSpaceInfo();
    }
}
