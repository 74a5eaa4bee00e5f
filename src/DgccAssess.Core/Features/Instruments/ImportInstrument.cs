using System.Security.Cryptography;
using System.Text;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Instruments;

public sealed record InstrumentImported(string Code, string Hash) : AuditFact($"instruments/{Code}");

/// <summary>Stores an instrument version in the space; the same content twice is the same version.</summary>
public sealed class ImportInstrument(TenantDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task<InstrumentVersion> HandleAsync(InstrumentDocument document, CancellationToken ct = default)
    {
        var json = document.ToCanonicalJson();
        var hash = Convert.ToHexStringLower(SHA256.HashData(json));
        if (await db.InstrumentVersions.FirstOrDefaultAsync(v => v.Hash == hash, ct) is { } stored) return stored;

        var version = new InstrumentVersion
        {
            Id = clock.NewId(), Code = document.Instrument.Code, Hash = hash, Document = Encoding.UTF8.GetString(json), ImportedAt = clock.UtcNow,
        };
        db.InstrumentVersions.Add(version);
        audit.Record(new InstrumentImported(version.Code, hash));
        await db.SaveChangesAsync(ct);
        return version;
    }
}
