using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants.Door;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants.Operation;

/// <param name="Name">Of the file.</param>
/// <param name="Content">Encrypted to the government's key.</param>
public sealed record FetchedPack(string Name, Stream Content);

/// <summary>Hands out an encrypted exit pack, and records that. Null: there is none, or it is not encrypted.</summary>
public sealed class FetchExport(HubDbContext hub, TenantPacks packs, AuditTrail audit)
{
    public async Task<FetchedPack?> HandleAsync(string spaceId, Guid exportId, CancellationToken ct)
    {
        var name = await hub.TenantExports.Where(e => e.Id == exportId && e.SpaceId == spaceId && e.State == ExportState.Done && e.Encrypted).Select(e => e.FileName).FirstOrDefaultAsync(ct);
        if (name is null || packs.OpenRead(spaceId, name) is not { } content) return null;

        audit.Record(new TenantExportFetched(spaceId, name));
        await hub.SaveChangesAsync(ct);
        return new(name, content);
    }
}
