using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Tenants;

public sealed record SpaceApplied(string SpaceId) : AuditFact($"spaces/{SpaceId}");

/// <summary>Provisions a space's database, then writes the space into the hub's register: what is registered has a database. Declarative: the second run with the same settings changes nothing.</summary>
public sealed class RegisterSpace(ProvisionSpace provision, SpaceScopes scopes, SpaceRegister register)
{
    /// <param name="id">Of the space.</param>
    /// <param name="kind">Tenant or hub.</param>
    /// <param name="settings">As they shall be.</param>
    /// <param name="actor">Who does it; null: the program.</param>
    /// <param name="ct">Ends the work early.</param>
    /// <exception cref="InvalidOperationException">A space of that id was deleted.</exception>
    public async Task<SpaceInfo> HandleAsync(string id, SpaceKind kind, SpaceSettings settings, Actor? actor = null, CancellationToken ct = default)
    {
        var space = new SpaceInfo { Id = id, Identifier = id, Kind = kind, Settings = settings };
        await provision.HandleAsync(SpaceDatabases.HubSpace, ct);
        if (!space.IsHub) await provision.HandleAsync(space, ct);
        return await scopes.RunAsync(SpaceDatabases.HubSpace, services => WriteAsync(services, space, actor ?? Actor.Program("register space"), ct));
    }

    private async Task<SpaceInfo> WriteAsync(IServiceProvider services, SpaceInfo space, Actor actor, CancellationToken ct)
    {
        services.GetRequiredService<ActorContext>().Set(actor);
        var hub = services.GetRequiredService<HubDbContext>();
        var record = await hub.Spaces.FirstOrDefaultAsync(s => s.Id == space.Id, ct);
        if (record is { State: SpaceState.Deleted }) throw new InvalidOperationException($"Space '{space.Id}' was deleted; its id is never used again.");
        if (record is null) hub.Spaces.Add(record = SpaceRecord.Create(space.Id, space.Kind, space.Settings));
        else if (!record.Apply(space.Settings)) return record.ToSpaceInfo();

        services.GetRequiredService<AuditTrail>().Record(new SpaceApplied(space.Id));
        await hub.SaveChangesAsync(ct);
        register.Forget(space.Id);
        return record.ToSpaceInfo();
    }
}
