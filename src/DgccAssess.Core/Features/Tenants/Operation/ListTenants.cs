using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants.Door;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants.Operation;

/// <param name="Space">As the register has it.</param>
/// <param name="Version">Of its record.</param>
/// <param name="Figures">Null once it is deleted.</param>
public sealed record TenantRow(SpaceInfo Space, int Version, TenantFigures? Figures);

/// <summary>The tenants of the installation with what an operator needs to know of them: never what is in them.</summary>
public sealed class ListTenants(HubDbContext hub, TenantGauge gauge)
{
    private const int AtOnce = 4;

    public async Task<IReadOnlyList<TenantRow>> HandleAsync(CancellationToken ct = default)
    {
        var records = await hub.Spaces.AsNoTracking().Where(s => s.Kind == SpaceKind.Tenant).OrderBy(s => s.Id).ToListAsync(ct);
        var rows = new TenantRow[records.Count];
        await Parallel.ForAsync(0, records.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (at, stop) => rows[at] = await RowAsync(records[at], stop));
        return [.. rows.OrderBy(r => r.Space.State is SpaceState.Deleted)];
    }

    public async Task<TenantRow?> FindAsync(string id, CancellationToken ct = default)
    {
        var record = await hub.Spaces.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.Kind == SpaceKind.Tenant, ct);
        return record is null ? null : await RowAsync(record, ct);
    }

    public Task<List<TenantExport>> ExportsAsync(string id, CancellationToken ct = default) =>
        hub.TenantExports.AsNoTracking().Where(e => e.SpaceId == id).OrderByDescending(e => e.RequestedAt).ThenByDescending(e => e.Id).Take(50).ToListAsync(ct);

    /// <summary>Every id that is or was used.</summary>
    public Task<List<string>> IdsAsync(CancellationToken ct = default) => hub.Spaces.Select(s => s.Id).ToListAsync(ct);

    private async Task<TenantRow> RowAsync(SpaceRecord record, CancellationToken ct)
    {
        var space = record.ToSpaceInfo();
        return new(space, record.Version, space.State is SpaceState.Deleted ? null : await gauge.ReadAsync(space, ct));
    }
}
