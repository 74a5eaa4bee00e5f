using System.Data.Common;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants.Door;

/// <summary>Counts, sizes and instants of a tenant; nothing anybody wrote.</summary>
/// <param name="Schema">How its database stands to this program; where it doesn't fit, the rest is not known.</param>
/// <param name="SchemaVersion">The last migration it went through.</param>
public sealed record TenantFigures(SchemaVerdict Schema, string? SchemaVersion = null)
{
    public DateTime? LastActivityAt { get; init; }

    /// <summary>Bytes of its database.</summary>
    public long? DatabaseBytes { get; init; }

    /// <summary>Bytes of its evidence files, as they were uploaded.</summary>
    public long? EvidenceBytes { get; init; }

    public int? Accounts { get; init; }
    public int? Agencies { get; init; }
    public int? Rounds { get; init; }

    public long? Bytes => DatabaseBytes + EvidenceBytes;
}

/// <summary>Reads the figures of a tenant for the hub: one of the few types there that open a tenant's database (src/decisions/0008-operating-tenants.md).</summary>
public sealed class TenantGauge(SpaceDatabases databases, SchemaCheck schema)
{
    public async Task<TenantFigures> ReadAsync(SpaceInfo space, CancellationToken ct)
    {
        var verdict = await schema.OfAsync(space, ct);
        if (verdict.State is not SchemaState.Current) return new(verdict);

        try
        {
            await using var db = databases.OpenTenant(space);
            var bytes = await db.Database.SqlQueryRaw<long>(Providers.SizeQuery(databases.PlaceOf(space.Id).Provider)).ToListAsync(ct);
            return new(verdict, db.Database.GetMigrations().Last())
            {
                DatabaseBytes = bytes[0],
                EvidenceBytes = await db.Evidence.Where(e => e.Kind == EvidenceKind.File).SumAsync(e => e.Length, ct),
                LastActivityAt = Later(await db.AuditEvents.MaxAsync(e => (DateTime?)e.At, ct), await db.SignInSessions.MaxAsync(s => (DateTime?)s.LastSeenAt, ct)),
                Accounts = await db.Users.CountAsync(ct),
                Agencies = await db.Agencies.CountAsync(ct),
                Rounds = await db.Rounds.CountAsync(ct),
            };
        }
        catch (DbException e)
        {
            // The list goes on with the others; what is wrong with this one stands in its row.
            return new(new SchemaVerdict(SchemaState.Unreachable, e.Message.ReplaceLineEndings(" ")));
        }
    }

    private static DateTime? Later(DateTime? one, DateTime? other) => one is null || other > one ? other : one;
}
