using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants.Operation;

/// <summary>Finds a tenant's record for a change that names the version it was based on, and saves it.</summary>
public sealed class TenantRecords(HubDbContext hub, SpaceRegister register)
{
    public async Task<Result<SpaceRecord>> FindAsync(string id, int? version, CancellationToken ct)
    {
        if (version is null) return Failed(Result.Invalid("Version", Messages.VersionMissing));
        var record = await hub.Spaces.FirstOrDefaultAsync(s => s.Id == id && s.Kind == SpaceKind.Tenant && s.State != SpaceState.Deleted, ct);
        return record is null ? Failed(Result.NotFound()) : record.Version != version ? Failed(Result.Stale()) : record;
    }

    public async Task<Result> SaveAsync(string id, CancellationToken ct)
    {
        try
        {
            await hub.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody was faster between the look and the save.
            hub.ChangeTracker.Clear();
            return Result.Stale();
        }

        register.Forget(id);
        return Result.Ok;
    }

    private static Result<SpaceRecord> Failed(Result result) => Result<SpaceRecord>.From(result);
}
