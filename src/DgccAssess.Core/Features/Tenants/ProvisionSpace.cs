using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Tenancy;
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

        await scopes.RunAsync(space, services => services.GetRequiredService<SeedRoles>().HandleAsync(ct));
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
}
