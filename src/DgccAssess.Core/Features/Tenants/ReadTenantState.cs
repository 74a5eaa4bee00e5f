using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants;

/// <summary>Looks at a tenant without writing or creating anything.</summary>
public sealed class ReadTenantState(SpaceDatabases databases, SchemaCheck schema, IMultiTenantStore register)
{
    /// <exception cref="SpaceUnfitException">Its database, or the hub's, can't be read by this program.</exception>
    public async Task<TenantState> HandleAsync(string id, CancellationToken ct = default)
    {
        if (!await ExistsAsync(SpaceDatabases.HubSpace, ct)) return TenantState.Nothing;

        if (await IsDeletedAsync(id, ct)) throw new SpaceUnfitException(id, "was deleted; its id is never used again");

        var others = OtherHosts(id, await register.GetAllAsync(ct));
        var registered = await register.GetAsync(id, ct);
        var space = registered ?? SpaceDatabases.HubSpace with { Id = id, Identifier = id, Kind = SpaceKind.Tenant };
        if (await ExistsAsync(space, ct))
        {
            await using var db = databases.OpenTenant(space);
            return await OfAsync(db, registered?.Settings, ct) with { OtherHosts = others };
        }

        // Made before it is registered: a registered one that is missing is looked for in the wrong place.
        return registered is null
            ? TenantState.Nothing with { OtherHosts = others }
            : throw SpaceUnfitException.Missing(id, databases.PlaceOf(id));
    }

    public static async Task<TenantState> OfAsync(TenantDbContext db, SpaceSettings? settings, CancellationToken ct)
    {
        var hashes = await db.InstrumentVersions.Select(v => v.Hash).ToListAsync(ct);
        var agencies = await db.Agencies.AsNoTracking().OrderBy(a => a.Code)
            .Select(a => new
            {
                Agency = a, Assessments = db.Assessments.Count(x => x.AgencyId == a.Id), Accounts = db.Users.Count(u => u.AgencyId == a.Id),
            })
            .ToListAsync(ct);
        return new TenantState(
            settings,
            HasDatabase: true,
            hashes.ToHashSet(StringComparer.Ordinal),
            [.. agencies.Select(a => new AgencyState(new AgencyDefinition(a.Agency.Code, a.Agency.Group, a.Agency.Region, a.Agency.Names, a.Agency.Synthetic), a.Assessments, a.Accounts))],
            await StoredWords.OfAsync(db, ct)) { Awards = await DeclareAwards.HoldingAsync(db, ct) };
    }

    private async Task<bool> IsDeletedAsync(string id, CancellationToken ct)
    {
        await using var hub = databases.OpenHub();
        return await hub.Spaces.AnyAsync(s => s.Id == id && s.State == SpaceState.Deleted, ct);
    }

    private static Dictionary<string, string> OtherHosts(string id, IReadOnlyList<SpaceInfo> spaces) => spaces.Where(s => s.Id != id)
        .SelectMany(s => s.Settings.Hosts.Select(h => (Host: h, s.Id))).DistinctBy(h => h.Host, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(h => h.Host, h => h.Id, StringComparer.OrdinalIgnoreCase);

    private async Task<bool> ExistsAsync(SpaceInfo space, CancellationToken ct)
    {
        var verdict = await schema.OfAsync(space, ct);
        return verdict.State switch
        {
            SchemaState.Current => true,
            SchemaState.Missing => false,
            SchemaState.Older => throw new SpaceUnfitException(space.Id, $"has a database older than this program (it lacks {verdict.Detail}); run: dgcc migrate"),
            SchemaState.Newer => throw new SpaceUnfitException(space.Id, $"has a database newer than this program (it has {verdict.Detail})"),
            _ => throw new SpaceUnfitException(space.Id, $"has a database that can't be reached ({verdict.Detail})"),
        };
    }
}

/// <summary>A space's database is not one this program can work with; the operator reads why.</summary>
public sealed class SpaceUnfitException(string spaceId, string why) : Exception($"{spaceId} {why}")
{
    public static SpaceUnfitException Missing(string spaceId, DatabasePlace place) =>
        new(spaceId, $"is registered, but there is no database at {place}; check Spaces:{spaceId} and Database:ConnectionString");
}
