using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Countries;

/// <summary>What one agency did, as its government shares it.</summary>
/// <param name="Source">The version in force it is from; its payload is not read.</param>
/// <param name="Question">Code of a question of the shared core.</param>
/// <param name="Agency">Code of the agency.</param>
/// <param name="Names">Of the agency.</param>
/// <param name="Texts">By language.</param>
public sealed record ShownPractice(SharedRound Source, string Question, string Agency, LocalizedText Names, LocalizedText Texts)
{
    private const string CommonLanguage = "en";

    /// <summary>The text in the reader's language, else in English, else in the first it has.</summary>
    public (string Language, string Text) In(string language)
    {
        var own = Texts.Values;
        var found = own.Keys.FirstOrDefault(l => string.Equals(l, language, StringComparison.OrdinalIgnoreCase)) ?? own.Keys.FirstOrDefault(l => string.Equals(l.Split('-')[0], language.Split('-')[0], StringComparison.OrdinalIgnoreCase))
            ?? own.Keys.FirstOrDefault(l => l == CommonLanguage) ?? own.Keys.Order(StringComparer.Ordinal).First();
        return (found, own[found]);
    }
}

/// <summary>What agencies did, in versions in force. Whoever shows it notes the access first: <see cref="NoteAccess"/>.</summary>
public sealed class ReadPractices(HubDbContext db)
{
    /// <summary>More would be a list to work through, not advice.</summary>
    public const int MostOnQuestion = 3;

    /// <summary>Those worth showing on each question: of the chosen countries first, then of all others; one of each country before a second.</summary>
    /// <param name="questions">Codes of the shared core.</param>
    /// <param name="chosen">Ids of partners, in their order.</param>
    /// <param name="ct">To stop.</param>
    public async Task<IReadOnlyList<ShownPractice>> ForAsync(IReadOnlyCollection<string> questions, IReadOnlyList<string> chosen, CancellationToken ct)
    {
        if (questions.Count == 0) return [];
        var known = await (from slice in db.SharedPracticeSlices.AsNoTracking()
                           join snapshot in InForce() on slice.SnapshotId equals snapshot.Id
                           where questions.Contains(slice.Question)
                           select new KnownPractice(slice.Id, snapshot.PartnerId, snapshot.Round, slice.Question, slice.Agency)).ToListAsync(ct);
        return await OfAsync(KnownPractice.Pick(known, chosen, MostOnQuestion), ct);
    }

    /// <summary>All of one partner, the latest round first.</summary>
    public async Task<IReadOnlyList<ShownPractice>> OfPartnerAsync(string partner, CancellationToken ct)
    {
        var known = await (from slice in db.SharedPracticeSlices.AsNoTracking()
                           join snapshot in InForce() on slice.SnapshotId equals snapshot.Id
                           where snapshot.PartnerId == partner
                           select new KnownPractice(slice.Id, snapshot.PartnerId, snapshot.Round, slice.Question, slice.Agency)).ToListAsync(ct);
        return await OfAsync([.. known.OrderByDescending(k => k.Round, StringComparer.Ordinal).ThenBy(k => k.Id)], ct);
    }

    private IQueryable<SharedSnapshot> InForce() => db.SharedSnapshots.Where(s => s.WithdrawnAt == null && s.SupersededAt == null);

    /// <summary>With their words, in the order given.</summary>
    private async Task<IReadOnlyList<ShownPractice>> OfAsync(IReadOnlyList<KnownPractice> known, CancellationToken ct)
    {
        if (known.Count == 0) return [];
        var ids = known.Select(k => k.Id).ToList();
        var slices = await db.SharedPracticeSlices.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var snapshots = slices.Values.Select(s => s.SnapshotId).Distinct().ToList();
        var sources = await ReadShared.Of(db.SharedSnapshots.Where(s => snapshots.Contains(s.Id))).ToDictionaryAsync(s => s.SnapshotId, ct);
        return [.. ids.Where(slices.ContainsKey).Select(id => slices[id]).Select(s => new ShownPractice(sources[s.SnapshotId], s.Question, s.Agency, s.Names, s.Texts))];
    }
}
