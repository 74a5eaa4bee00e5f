using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>A version of an award's rules, read.</summary>
public sealed record DeclaredAward(Guid Id, string Code, int Number, string Hash, AwardDocument Document);

/// <param name="Id">Of the diagnosis round.</param>
/// <param name="Code">What people say.</param>
/// <param name="Instrument">Code of the instrument it is answered with.</param>
public sealed record RoundOfAward(Guid Id, string Code, string Instrument);

/// <summary>What an award round is made of: declared awards and diagnosis rounds.</summary>
public sealed class AwardShelf(TenantDbContext db)
{
    /// <summary>The awards that hold, in the order of their codes.</summary>
    public async Task<IReadOnlyList<DeclaredAward>> HoldingAsync(CancellationToken ct)
    {
        var versions = await db.AwardVersions.AsNoTracking()
            .Where(a => a.Document != null && !db.AwardVersions.Any(later => later.Code == a.Code && later.Number > a.Number)).ToListAsync(ct);
        return [.. versions.OrderBy(v => v.Code, StringComparer.Ordinal).Select(Read)];
    }

    public async Task<DeclaredAward> GetAsync(Guid versionId, CancellationToken ct) =>
        Read(await db.AwardVersions.AsNoTracking().SingleAsync(a => a.Id == versionId && a.Document != null, ct));

    /// <summary>The latest first.</summary>
    public Task<List<RoundOfAward>> RoundsAsync(CancellationToken ct) => Of(db.Rounds).ToListAsync(ct);

    public Task<RoundOfAward?> RoundAsync(string code, CancellationToken ct) => Of(db.Rounds.Where(r => r.Code == code)).FirstOrDefaultAsync(ct);

    private IQueryable<RoundOfAward> Of(IQueryable<Round> rounds) =>
        from round in rounds
        join instrument in db.InstrumentVersions on round.InstrumentVersionId equals instrument.Id
        orderby round.Code descending
        select new RoundOfAward(round.Id, round.Code, instrument.Code);

    private static DeclaredAward Read(AwardVersion version) => new(version.Id, version.Code, version.Number, version.Hash!, AwardVersion.Parse(version.Document!));
}
