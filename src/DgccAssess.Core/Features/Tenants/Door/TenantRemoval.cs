using System.Data.Common;
using DgccAssess.Core.Data;
using DgccAssess.Core.Storage;
using DgccAssess.Core.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Tenants.Door;

/// <summary>Deletes a tenant's database and evidence. What is gone already is passed over, so that a run cut off can be repeated.</summary>
public sealed class TenantRemoval(SpaceDatabases databases, SpaceScopes scopes, SchemaCheck schema)
{
    /// <param name="space">Whose.</param>
    /// <param name="missingIsGone">No database where it should be: taken to be deleted by an earlier run. Else it may be somewhere else, and nothing is done.</param>
    /// <param name="ct">Ends the work early.</param>
    /// <exception cref="InvalidOperationException">The database belongs to another space, or can't be asked whose it is; nothing was deleted.</exception>
    public async Task RemoveAsync(SpaceInfo space, bool missingIsGone, CancellationToken ct)
    {
        var verdict = await schema.OfAsync(space, ct);
        if (verdict.State is SchemaState.Unreachable) throw new InvalidOperationException($"The database of '{space.Id}' can't be reached ({verdict.Detail}); nothing was deleted.");
        if (verdict.State is SchemaState.Missing && !missingIsGone)
        {
            throw new InvalidOperationException($"There is no database of '{space.Id}' at {databases.PlaceOf(space.Id)}; nothing was deleted. If an earlier run was cut off: dgcc tenant delete-due --missing-is-gone");
        }

        await scopes.RunAsync(space, services => services.GetRequiredService<IEvidenceStore>().DeleteAllAsync(ct));
        if (verdict.State is not SchemaState.Missing) await DropAsync(space, ct);
    }

    private async Task DropAsync(SpaceInfo space, CancellationToken ct)
    {
        await using (var guarded = databases.OpenTenant(space))
        {
            // The guard asks whose database this is before anything else.
            await guarded.Database.OpenConnectionAsync(ct);
        }

        databases.Close(space.Id);
        // Dropping a database goes through the server's own, which is no space's.
        await using var db = databases.OpenUnguarded(space);

        var place = databases.PlaceOf(space.Id);
        await db.Database.EnsureDeletedAsync(ct);
        if (place.Provider is not DatabaseProvider.Sqlite) return;

        DbConnection connection = new SqliteConnection(place.ConnectionString);
        foreach (var left in new[] { "-wal", "-shm" }) File.Delete(connection.DataSource + left);
    }
}
