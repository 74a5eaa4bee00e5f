using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Shared;

/// <summary>Whether a page shows invented figures: it is about a round of demonstration, or about an award that is given on one.</summary>
public sealed class SyntheticMark(SpaceContext space, IServiceProvider services)
{
    /// <param name="route">The address says the round or the award round.</param>
    /// <param name="round">What a page whose address doesn't name its round says (ViewData["Round"]).</param>
    /// <param name="ct">Ends the look.</param>
    public async Task<bool> IsDueAsync(RouteValueDictionary route, string? round, CancellationToken ct)
    {
        string?[] codes = [route["round"] as string, round, route["awardRound"] as string];
        if (codes.OfType<string>().Any(Round.IsDemonstration)) return true;
        if (route["awardRound"] is not string code || space.TenantInfo?.Kind is not SpaceKind.Tenant) return false;

        var db = services.GetRequiredService<TenantDbContext>();
        var source = await db.AwardRounds.Where(a => a.Code == code).Join(db.Rounds, a => a.RoundId, r => r.Id, (_, r) => r.Code).SingleOrDefaultAsync(ct);
        return source is not null && Round.IsDemonstration(source);
    }
}
