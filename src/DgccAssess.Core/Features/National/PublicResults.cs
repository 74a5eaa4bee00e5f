using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.National;

/// <summary>A round whose national result everybody may see.</summary>
/// <param name="Round">Its code.</param>
/// <param name="Number">The number in force outside.</param>
/// <param name="PublicAt">Since when.</param>
/// <param name="Hash">Of the whole document.</param>
public sealed record PublicRound(string Round, int Number, DateTime PublicAt, string Hash);

/// <param name="Rounds">The latest first.</param>
/// <param name="NextChangeAt">When the next embargo ends; null where none is known. Until then nothing here changes but by a further publication.</param>
public sealed record PublicShelf(IReadOnlyList<PublicRound> Rounds, DateTime? NextChangeAt)
{
    public PublicRound? Find(string round) => Rounds.FirstOrDefault(r => r.Round == round);
}

/// <summary>What the public sees of national results: nothing before the embargo ends.</summary>
public sealed class PublicResults(TenantDbContext db, ReadNational read, InstrumentLibrary instruments, NationalCache cache, TimeProvider clock)
{
    public async Task<PublicShelf> ShelfAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        var results = await (from result in db.NationalResults
                             join round in db.Rounds on result.RoundId equals round.Id
                             select new Published(round.Code, result.Number, result.EmbargoEndsAt, result.TakenAt, result.Hash)).ToListAsync(ct);
        var open = results.GroupBy(r => r.Round, StringComparer.Ordinal).Select(numbers => InForce([.. numbers], now)).OfType<Published>();
        return new PublicShelf(
            [.. open.Select(n => new PublicRound(n.Round, n.Number, n.EmbargoEndsAt > n.TakenAt ? n.EmbargoEndsAt : n.TakenAt, n.Hash)).OrderByDescending(r => r.Round, StringComparer.Ordinal)],
            results.Where(r => r.EmbargoEndsAt > now).Select(r => (DateTime?)r.EmbargoEndsAt).Min());
    }

    /// <summary>The document of a round on the shelf as everybody may see it, with the rounds before it that are on the shelf too. Null where no agency is named.</summary>
    public async Task<NationalDocument?> FindAsync(PublicShelf shelf, PublicRound round, CancellationToken ct)
    {
        if (await OpenAsync(round, ct) is not { } document) return null;
        List<NationalPast> history = [];
        foreach (var earlier in shelf.Rounds.Where(r => string.CompareOrdinal(r.Round, round.Round) < 0))
        {
            if (await OpenAsync(earlier, ct) is { } past)
                history.Add(new NationalPast(past.Round, past.Instrument, past.Whole.Count, past.Whole.Mean, [.. past.Groups.Select(g => new NationalPastGroup(g.Code, g.Count, g.Mean))]));
        }

        return document with { History = history };
    }

    /// <summary>A number that was replaced while it was still under embargo never comes out: the further one took its place.</summary>
    private static Published? InForce(IReadOnlyList<Published> numbers, DateTime now) =>
        numbers.Where(n => n.EmbargoEndsAt <= now && !numbers.Any(later => later.Number > n.Number && later.TakenAt < n.EmbargoEndsAt)).MaxBy(n => n.Number);

    private async Task<NationalDocument?> OpenAsync(PublicRound round, CancellationToken ct)
    {
        var key = $"public {round.Hash}";
        if (cache.Find(key) is { } known) return known;
        var document = await read.DocumentAsync(round.Hash, ct);
        var versionId = await db.InstrumentVersions.Where(v => v.Hash == document.Instrument.Hash).Select(v => v.Id).SingleAsync(ct);
        var open = PublicNational.Of(document, (await instruments.GetAsync(versionId, ct)).Instrument.Rounding);
        return open is null ? null : cache.Keep(key, open, NationalReader.Write(open).Length);
    }

    private sealed record Published(string Round, int Number, DateTime EmbargoEndsAt, DateTime TakenAt, string Hash);
}
