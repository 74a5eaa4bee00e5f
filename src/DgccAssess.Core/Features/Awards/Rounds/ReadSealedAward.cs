using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>The sealed list in force.</summary>
/// <param name="Award">What was decided.</param>
/// <param name="Hash">SHA-256 of the stored document.</param>
/// <param name="Stage">Whether it is open to everybody yet.</param>
/// <param name="RevealAt">From when on; null while nobody said.</param>
/// <param name="Versions">All of them, the one in force first.</param>
public sealed record StoredAward(SealedAward Award, string Hash, AwardStage Stage, DateTime? RevealAt, IReadOnlyList<SealedAward> Versions)
{
    public bool IsPublic => Stage is AwardStage.Revealed or AwardStage.Closed;
}

/// <summary>Reads the list of winners as it was sealed. Who may see it before the reveal, the caller decides.</summary>
public sealed class ReadSealedAward(TenantDbContext db, FindAwardRound find)
{
    /// <returns>Null where there is no such award round, or nothing is sealed.</returns>
    public async Task<StoredAward?> HandleAsync(string awardRound, CancellationToken ct)
    {
        if (await find.HandleAsync(awardRound, ct) is not { Stage: >= AwardStage.Sealed } round) return null;
        var stored = await db.AwardDecisions.Where(d => d.AwardRoundId == round.Id).OrderByDescending(d => d.Number).Select(d => new { d.Document, d.Hash }).ToListAsync(ct);
        List<SealedAward> versions = [.. stored.Select(s => SealedAward.Read(s.Document))];
        return new StoredAward(versions[0], stored[0].Hash, round.Stage, round.RevealAt, versions);
    }

    /// <summary>For everybody: null until the reveal.</summary>
    public async Task<StoredAward?> PublicAsync(string awardRound, CancellationToken ct) => await HandleAsync(awardRound, ct) is { IsPublic: true } award ? award : null;
}
