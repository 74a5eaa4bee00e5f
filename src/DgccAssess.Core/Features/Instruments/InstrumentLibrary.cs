using System.Collections.Concurrent;
using System.Text;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Instruments;

/// <summary>Instrument versions of the space, parsed once per process: a version never changes, its hash is its name.</summary>
public sealed class InstrumentLibrary(TenantDbContext db, InstrumentCache cache)
{
    public async Task<InstrumentDocument> GetAsync(Guid versionId, CancellationToken ct)
    {
        if (cache.TryGet(versionId) is { } known) return known;
        var json = await db.InstrumentVersions.Where(v => v.Id == versionId).Select(v => v.Document).SingleAsync(ct);
        return cache.Add(versionId, InstrumentDocument.FromCanonicalJson(Encoding.UTF8.GetBytes(json)));
    }
}

/// <summary>Parsed versions by their id, which is unique in the world (Guid v7), so that spaces can share the cache.</summary>
public sealed class InstrumentCache
{
    private readonly ConcurrentDictionary<Guid, InstrumentDocument> documents = new();

    public InstrumentDocument? TryGet(Guid versionId) => documents.GetValueOrDefault(versionId);

    public InstrumentDocument Add(Guid versionId, InstrumentDocument document) => documents.GetOrAdd(versionId, document);
}
