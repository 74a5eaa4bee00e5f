using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation.Pipeline;

/// <param name="Center">Of the country.</param>
/// <param name="Rounds">Planned there, the late ones first; none where nothing is planned.</param>
public sealed record CountryPipeline(CooperationCenter Center, IReadOnlyList<(RoundPlan Plan, RoundPace Pace)> Rounds);

/// <summary>The planned rounds of all partner countries.</summary>
public sealed class ReadPipeline(HubDbContext db, ReadCooperation read)
{
    public async Task<(IReadOnlyList<CountryPipeline> Countries, IReadOnlyList<Deadline> Deadlines)> HandleAsync(DateOnly today, CancellationToken ct = default)
    {
        var facts = await read.AllAsync(ct);
        var plans = await db.RoundPlans.AsNoTracking().OrderBy(p => p.Country).ThenBy(p => p.Code).ToListAsync(ct);
        var countries = from center in facts.Centers.DistinctBy(c => c.Country)
                        select new CountryPipeline(center, [.. plans.Where(p => p.Country == center.Country).Select(p => (p, RoundPace.Of(p.Content, today))).OrderByDescending(p => p.Item2.Whole is Pace.Late)]);
        return ([.. countries.OrderByDescending(c => c.Rounds.Any(r => r.Pace.Whole is Pace.Late))], Deadlines.Of(plans, facts.Projects, today));
    }

    public Task<RoundPlan?> FindAsync(Guid id, CancellationToken ct = default) => db.RoundPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct);
}
