using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Files;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Files;
using DgccAssess.Scoring.Awards;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants;

public sealed record AgencyAdded(string Code, string Group) : AuditFact($"agencies/{Code}");

public sealed record AgencyChanged(string Code, string OldGroup, string Group) : AuditFact($"agencies/{Code}");

public sealed record AgencyRemoved(string Code, string Group) : AuditFact($"agencies/{Code}");

/// <summary>Brings instruments, awards, agencies, texts and picture of the space to what its folder says, in one save; or refuses and writes nothing.</summary>
public sealed class ApplyTenant(TenantDbContext db, ImportInstrument import, DeclareAwards declare, ApplyWords words, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The instruments a tenant uses, from tenants/instruments beside its folder.</summary>
    public static FileResult<IReadOnlyList<InstrumentDocument>> ReadInstruments(string folder, TenantDefinition tenant)
    {
        var read = tenant.Space.Settings.Instruments.Select(code => InstrumentFolder.Read(Path.Combine(folder, "..", "instruments", code))).ToList();
        return new([.. read.Where(r => r.Value is not null).Select(r => r.Value!)], [.. read.SelectMany(r => r.Problems)], [.. read.SelectMany(r => r.Warnings)]);
    }

    /// <summary>The awards its folder declares, held against its groups, regions and instruments.</summary>
    public static FileResult<IReadOnlyList<AwardDocument>> ReadAwards(string folder, TenantDefinition tenant, IReadOnlyList<InstrumentDocument> instruments)
    {
        var settings = tenant.Space.Settings;
        var surroundings = new AwardSurroundings(
            [.. settings.AgencyGroups.Select(g => g.Code)], [.. settings.Regions.Select(r => r.Code)], [.. instruments.Select(i => i.Instrument)]);
        return AwardsFile.Read(folder, surroundings, settings.Languages);
    }

    /// <returns>The plan; carried out unless it is refused.</returns>
    public async Task<TenantPlan> HandleAsync(TenantDefinition tenant, IReadOnlyList<InstrumentDocument> instruments, CancellationToken ct)
    {
        var plan = TenantPlan.Compute(await ReadTenantState.OfAsync(db, db.Space.Settings, ct), tenant, instruments);
        if (plan.IsRefused || !plan.ChangesData) return plan;

        foreach (var instrument in plan.Instruments) import.Add(instrument.Document);
        await declare.StageAsync(plan.Awards, ct);
        foreach (var agency in plan.Added)
        {
            db.Agencies.Add(Agency.Create(clock.NewId(), agency.Code, agency.Group, agency.Names, agency.Region, agency.Synthetic));
            audit.Record(new AgencyAdded(agency.Code, agency.Group));
        }

        var stored = await db.Agencies.ToDictionaryAsync(a => a.Code, StringComparer.Ordinal, ct);
        foreach (var agency in plan.Changed.Select(c => c.Wanted))
        {
            var oldGroup = stored[agency.Code].Group;
            stored[agency.Code].Describe(agency.Group, agency.Names, agency.Region, agency.Synthetic);
            audit.Record(new AgencyChanged(agency.Code, oldGroup, agency.Group));
        }

        foreach (var agency in plan.Removed)
        {
            db.Agencies.Remove(stored[agency.Code]);
            audit.Record(new AgencyRemoved(agency.Code, agency.Group));
        }

        await words.StageAsync(tenant.Space, ct);
        await db.SaveChangesAsync(ct);
        return plan;
    }
}
