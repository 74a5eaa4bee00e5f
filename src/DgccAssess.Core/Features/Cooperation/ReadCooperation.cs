using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>A project with everything the register has of it; not tracked.</summary>
public sealed record ProjectFacts(
    CooperationProject Project, CooperationCenter Center, IReadOnlyList<BudgetLine> Budget, IReadOnlyList<ProjectOutput> Outputs, IReadOnlyList<LinkedIndicator> Indicators);

/// <param name="Centers">In the order of their codes.</param>
/// <param name="Projects">By center, then by start.</param>
public sealed record CooperationFacts(IReadOnlyList<CooperationCenter> Centers, IReadOnlyList<ProjectFacts> Projects);

/// <summary>What the register holds: of all countries or of one. It is small (some projects a country), so it is read whole.</summary>
public sealed class ReadCooperation(HubDbContext db)
{
    public Task<CooperationFacts> AllAsync(CancellationToken ct = default) => ReadAsync(country: null, project: null, ct);

    /// <param name="country">ISO 3166-1 alpha-3.</param>
    /// <param name="ct">Ends the reading.</param>
    public Task<CooperationFacts> OfCountryAsync(string country, CancellationToken ct = default) => ReadAsync(country, project: null, ct);

    /// <returns>Null where there is no such project.</returns>
    public async Task<ProjectFacts?> ProjectAsync(string code, CancellationToken ct = default) => (await ReadAsync(country: null, code, ct)).Projects is [var project, ..] ? project : null;

    /// <returns>The center and its projects; null where there is none.</returns>
    public async Task<(CooperationCenter Center, IReadOnlyList<ProjectFacts> Projects)?> CenterAsync(string code, CancellationToken ct = default)
    {
        var country = await db.CooperationCenters.Where(c => c.Code == code).Select(c => c.Country).FirstOrDefaultAsync(ct);
        if (country is null) return null;
        var facts = await ReadAsync(country, project: null, ct);
        return (facts.Centers.First(c => c.Code == code), [.. facts.Projects.Where(p => p.Center.Code == code)]);
    }

    /// <summary>Codes and names of all projects, for a list to choose from.</summary>
    public async Task<IReadOnlyList<(string Code, LocalizedText Names)>> ProjectNamesAsync(CancellationToken ct = default) =>
        [.. (await db.CooperationProjects.OrderBy(p => p.Code).Select(p => new { p.Code, p.Names }).ToListAsync(ct)).Select(p => (p.Code, p.Names))];

    /// <summary>From the first project of the chain to this one, then those that go on from it, each after the one it follows.</summary>
    public async Task<IReadOnlyList<(string Code, LocalizedText Names)>> ChainAsync(string code, CancellationToken ct = default)
    {
        var all = await db.CooperationProjects.OrderBy(p => p.Code).Select(p => new { p.Code, p.Names, p.Follows }).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct);
        List<string> chain = [];
        for (var at = code; at is not null && all.TryGetValue(at, out var project) && !chain.Contains(at); at = project.Follows) chain.Insert(0, at);
        for (var i = Math.Max(0, chain.Count - 1); i < chain.Count; i++) chain.AddRange(all.Values.Where(p => p.Follows == chain[i] && !chain.Contains(p.Code)).Select(p => p.Code).ToList());
        return [.. chain.Select(c => (c, all[c].Names))];
    }

    private async Task<CooperationFacts> ReadAsync(string? country, string? project, CancellationToken ct)
    {
        var centers = await db.CooperationCenters.AsNoTracking().Where(c => country == null || c.Country == country).OrderBy(c => c.Code).ToListAsync(ct);
        var projects = from p in db.CooperationProjects.AsNoTracking()
                       join c in db.CooperationCenters on p.CenterId equals c.Id
                       where (country == null || c.Country == country) && (project == null || p.Code == project)
                       select p;
        var ids = projects.Select(p => p.Id);
        var budget = (await db.ProjectBudgets.AsNoTracking().Where(b => ids.Contains(b.ProjectId)).ToListAsync(ct)).ToLookup(b => b.ProjectId);
        var outputs = (await db.ProjectOutputs.AsNoTracking().Where(o => ids.Contains(o.ProjectId)).ToListAsync(ct)).ToLookup(o => o.ProjectId);
        var indicators = (await db.LinkedIndicators.AsNoTracking().Where(i => ids.Contains(i.ProjectId)).ToListAsync(ct)).ToLookup(i => i.ProjectId);
        var found = from p in await projects.ToListAsync(ct)
                    let center = centers.Find(c => c.Id == p.CenterId)
                    where center is not null
                    orderby center.Code, p.Starts?.First ?? DateOnly.MaxValue, p.Code
                    select new ProjectFacts(
                        p, center,
                        [.. budget[p.Id].OrderBy(b => b.Years.First).ThenBy(b => b.Currency, StringComparer.Ordinal).ThenBy(b => b.Id)],
                        [.. outputs[p.Id].OrderBy(o => o.On?.First ?? DateOnly.MaxValue).ThenBy(o => o.Id)],
                        [.. indicators[p.Id].OrderBy(i => i.Kind).ThenBy(i => i.Name, StringComparer.Ordinal).ThenBy(i => i.Id)]);
        return new CooperationFacts(centers, [.. found]);
    }
}
