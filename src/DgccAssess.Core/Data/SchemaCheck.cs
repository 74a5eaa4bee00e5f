using System.Data.Common;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace DgccAssess.Core.Data;

/// <summary>How a space's database stands to the schema this program was built for.</summary>
public enum SchemaState
{
    Current,

    /// <summary>There is no database.</summary>
    Missing,

    /// <summary>Migrations of this program were not applied to it.</summary>
    Older,

    /// <summary>A later version of the program migrated it.</summary>
    Newer,

    /// <summary>The database can't be asked.</summary>
    Unreachable,
}

/// <param name="State">The verdict.</param>
/// <param name="Detail">The migration or the fault it rests on, for the operator.</param>
public sealed record SchemaVerdict(SchemaState State, string? Detail = null);

public sealed class SchemaCheck(SpaceDatabases databases)
{
    public async Task<SchemaVerdict> OfAsync(SpaceInfo space, CancellationToken ct = default)
    {
        try
        {
            await using var db = databases.OpenUnguarded(space);
            // Asked first: opening a SQLite database that is not there would create it.
            if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct)) return new(SchemaState.Missing);
            return Judge([.. db.Database.GetMigrations()], [.. await db.Database.GetAppliedMigrationsAsync(ct)]);
        }
        catch (Exception e) when ((e as DbException ?? e.InnerException as DbException) is { } fault)
        {
            // PostgreSQL's provider wraps what it thinks will pass.
            return new(SchemaState.Unreachable, fault.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>A function of two lists: what the program knows, what the database went through.</summary>
    public static SchemaVerdict Judge(IReadOnlyList<string> known, IReadOnlyList<string> applied)
    {
        if (applied.Except(known).Order(StringComparer.Ordinal).LastOrDefault() is { } later) return new(SchemaState.Newer, later);
        return known.Except(applied).FirstOrDefault() is { } lacking ? new(SchemaState.Older, lacking) : new(SchemaState.Current);
    }
}
