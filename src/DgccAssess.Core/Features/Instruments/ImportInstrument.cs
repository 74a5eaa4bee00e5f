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
        var hash = CanonicalJson.Hash(document.ToCanonicalJson());
        if (await db.InstrumentVersions.FirstOrDefaultAsync(v => v.Hash == hash, ct) is { } stored) return stored;

        var version = Add(document);
        await db.SaveChangesAsync(ct);
        return version;
    }

    /// <summary>Joins the save that is under way; for content the space does not hold yet.</summary>
    public InstrumentVersion Add(InstrumentDocument document)
    {
        var json = document.ToCanonicalJson();
        var version = new InstrumentVersion
        {
            Id = clock.NewId(), Code = document.Instrument.Code, Hash = CanonicalJson.Hash(json), Document = Encoding.UTF8.GetString(json), ImportedAt = clock.UtcNow,
        };
        db.InstrumentVersions.Add(version);
        audit.Record(new InstrumentImported(version.Code, version.Hash));
        return version;
    }
}
