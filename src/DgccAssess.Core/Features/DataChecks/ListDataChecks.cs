using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring.Egdi;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.DataChecks;

/// <param name="Check">As stored; not tracked.</param>
/// <param name="Effect">Null where something is missing.</param>
/// <param name="Missing">What; null where nothing is.</param>
public sealed record DataCheckRow(DataCheck Check, DataCheckEffect? Effect, NoEffect? Missing)
{
    public EgdiComponent? Component => EgdiSubIndicator.Find(Check.SubIndicator)?.Component;
}

/// <summary>The work list: the latest edition first, within it in the order of the survey's annex.</summary>
public sealed class ListDataChecks(TenantDbContext db, SpaceInfo space)
{
    /// <summary>The tenant's country in the survey; null where it is none of the 193.</summary>
    public string? Country => CountryNames.CodeOfAlpha2(space.Settings.Country);

    public async Task<IReadOnlyList<DataCheckRow>> HandleAsync(CancellationToken ct)
    {
        var rows = await db.DataChecks.AsNoTracking().ToListAsync(ct);
        return
        [
            .. rows.OrderByDescending(c => c.Edition).ThenBy(c => EgdiSubIndicator.All.Select(s => s.Code).ToList().IndexOf(c.SubIndicator)).ThenBy(c => c.CreatedAt).ThenBy(c => c.Id).Select(Of),
        ];
    }

    public async Task<DataCheckRow?> FindAsync(Guid id, CancellationToken ct) =>
        await db.DataChecks.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is { } check ? Of(check) : null;

    /// <summary>The statuses a row came to, the last first.</summary>
    public Task<List<DataCheckStep>> StepsAsync(Guid id, CancellationToken ct) =>
        db.DataCheckSteps.AsNoTracking().Where(s => s.DataCheckId == id).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).ToListAsync(ct);

    private DataCheckRow Of(DataCheck check) => new(check, DataCheckEffect.Of(Country, check.Content), DataCheckEffect.Missing(Country, check.Content));
}
