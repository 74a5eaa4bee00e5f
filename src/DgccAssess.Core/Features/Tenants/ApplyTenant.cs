using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Files;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants;

public sealed record AgencyAdded(string Code, string Group) : AuditFact($"agencies/{Code}");

public sealed record AgencyChanged(string Code, string OldGroup, string Group) : AuditFact($"agencies/{Code}");

/// <summary>What applying a tenant's folder changed.</summary>
public sealed record TenantChanges(int InstrumentsAdded, int AgenciesAdded, int AgenciesChanged)
{
    public override string ToString() => this == new TenantChanges(0, 0, 0)
        ? "nothing to change"
        : $"{InstrumentsAdded} instruments added, {AgenciesAdded} agencies added, {AgenciesChanged} changed";
}

/// <summary>Brings instruments and agencies of the space to what its folder says. Nothing is deleted here: an agency may have answers.</summary>
public sealed class ApplyTenant(TenantDbContext db, ImportInstrument import, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The instruments a tenant uses, from tenants/instruments beside its folder.</summary>
    public static FileResult<IReadOnlyList<InstrumentDocument>> ReadInstruments(string folder, TenantDefinition tenant)
    {
        var read = tenant.Instruments.Select(code => InstrumentFolder.Read(Path.Combine(folder, "..", "instruments", code))).ToList();
        return new([.. read.Where(r => r.Value is not null).Select(r => r.Value!)], [.. read.SelectMany(r => r.Problems)], [.. read.SelectMany(r => r.Warnings)]);
    }

    public async Task<TenantChanges> HandleAsync(TenantDefinition tenant, IReadOnlyList<InstrumentDocument> instruments, CancellationToken ct)
    {
        var before = await db.InstrumentVersions.CountAsync(ct);
        foreach (var instrument in instruments) await import.HandleAsync(instrument, ct);
        var added = await db.InstrumentVersions.CountAsync(ct) - before;

        var known = await db.Agencies.ToDictionaryAsync(a => a.Code, StringComparer.Ordinal, ct);
        var (created, changed) = (0, 0);
        foreach (var wanted in tenant.Agencies)
        {
            if (!known.TryGetValue(wanted.Code, out var agency))
            {
                db.Agencies.Add(Agency.Create(clock.NewId(), wanted.Code, wanted.Group, wanted.Names, wanted.Region, wanted.Synthetic));
                audit.Record(new AgencyAdded(wanted.Code, wanted.Group));
                created++;
            }
            else
            {
                var oldGroup = agency.Group;
                if (!agency.Describe(wanted.Group, wanted.Names, wanted.Region, wanted.Synthetic)) continue;

                audit.Record(new AgencyChanged(wanted.Code, oldGroup, wanted.Group));
                changed++;
            }
        }

        await db.SaveChangesAsync(ct);
        return new(added, created, changed);
    }
}
