using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Tenants;

/// <summary>Creates the database of a space or brings it to this version, names its owner and seeds the roles. Safe to repeat.</summary>
public sealed class ProvisionSpace(SpaceDatabases databases, SpaceScopes scopes, TimeProvider clock)
{
    public async Task HandleAsync(SpaceInfo space, CancellationToken ct = default)
    {
        await using (var db = databases.OpenUnguarded(space))
        {
            await db.Database.MigrateAsync(ct);
            await MarkAsync(db, space, ct);
        }

        await scopes.RunAsync(space, services => SeedRolesAsync(services));
    }

    private async Task MarkAsync(SpaceDbContext db, SpaceInfo space, CancellationToken ct)
    {
        var owners = await db.SpaceMarkers.Select(m => m.SpaceId).ToListAsync(ct);
        if (owners is [var owner])
        {
            if (owner != space.Id) throw new InvalidOperationException($"The database already belongs to space '{owner}', not to '{space.Id}'.");
            return;
        }

        db.SpaceMarkers.Add(new SpaceMarker { SpaceId = space.Id, CreatedAt = clock.UtcNow });
        await db.SaveChangesAsync(ct);
    }

    private static async Task SeedRolesAsync(IServiceProvider services)
    {
        var actor = services.GetRequiredService<ActorContext>();
        if (!actor.IsSet) actor.Set(Actor.Program("provisioning"));
        var roles = services.GetRequiredService<RoleManager<Role>>();
        var kind = services.GetRequiredService<SpaceContext>().Space.Kind;
        foreach (var (name, permissions) in Roles.Defaults.Where(r => Roles.ExistsIn(kind, r.Key)))
        {
            if (await roles.RoleExistsAsync(name)) continue;
            var role = new Role { Id = services.GetRequiredService<TimeProvider>().NewId(), Name = name };
            Check(await roles.CreateAsync(role));
            foreach (var permission in permissions)
            {
                Check(await roles.AddClaimAsync(role, new(SpaceClaims.Permission, permission)));
            }
        }
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Description)));
    }
}
