using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace DgccAssess.Core.Features.National;

/// <param name="Document">What was published, or would be.</param>
/// <param name="Hash">SHA-256 of the document; null for one that is not published.</param>
public sealed record StoredNational(NationalDocument Document, string? Hash)
{
    public bool IsProvisional => Hash is null;
}

/// <summary>One published number of a round, without its document.</summary>
public sealed record NationalVersion(int Number, DateTime TakenAt, string TakenByName, string? Reason, DateTime EmbargoEndsAt, string Hash);

/// <summary>The national result of a round for those inside: the number in force, or what it would be now.</summary>
public sealed class ReadNational(TenantDbContext db, BuildNational build, NationalCache cache, TimeProvider clock)
{
    /// <returns>Null where there is no such round or nothing of it is published.</returns>
    public async Task<StoredNational?> HandleAsync(string round, CancellationToken ct)
    {
        var hash = await (from result in db.NationalResults
                          join of in db.Rounds on result.RoundId equals of.Id
                          where of.Code == round
                          orderby result.Number descending
                          select result.Hash).FirstOrDefaultAsync(ct);
        return hash is null ? await PreviewAsync(round, ct) : new StoredNational(await DocumentAsync(hash, ct), hash);
    }

    /// <summary>All numbers of a round, the one in force first.</summary>
    public Task<List<NationalVersion>> VersionsAsync(string round, CancellationToken ct) =>
        (from result in db.NationalResults
         join of in db.Rounds on result.RoundId equals of.Id
         where of.Code == round
         orderby result.Number descending
         select new NationalVersion(result.Number, result.TakenAt, result.TakenByName, result.Reason, result.EmbargoEndsAt, result.Hash)).ToListAsync(ct);

    internal async Task<NationalDocument> DocumentAsync(string hash, CancellationToken ct)
    {
        if (cache.Find(hash) is { } known) return known;
        var json = await db.NationalResults.Where(n => n.Hash == hash).Select(n => n.Document).FirstAsync(ct);
        return cache.Keep(hash, NationalReader.Read(json), json.Length);
    }

    /// <summary>What a publication now would say. Null where there is no such round or nothing of it is published.</summary>
    public async Task<StoredNational?> PreviewAsync(string round, CancellationToken ct)
    {
        // It changes when something is published or corrected, and only then.
        var published = from snapshot in db.Snapshots
                        join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
                        join of in db.Rounds on assessment.RoundId equals of.Id
                        where of.Code == round && snapshot.Milestone == Milestone.Published
                        select snapshot;
        var state = await published.GroupBy(s => 1).Select(g => new { Count = g.Count(), Latest = g.Max(s => s.TakenAt) }).SingleOrDefaultAsync(ct);
        if (state is null) return null;
        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{db.Space.Id} {round} {state.Count} {state.Latest.Ticks}");
        if (cache.Find(key) is { } known) return new StoredNational(known, Hash: null);

        var frame = await NationalFrame.OfNowAsync(db, round, clock.UtcNow, ct);
        return frame is null || await build.HandleAsync(frame, ct) is not { } document ? null : new StoredNational(cache.Keep(key, document, NationalReader.Write(document).Length), Hash: null);
    }
}

/// <summary>Parsed national documents, kept while there is room. One that is published never changes: its hash is its name.</summary>
public sealed class NationalCache : IDisposable
{
    /// <summary>Letters of JSON; parsed, a document takes about three bytes for each.</summary>
    private const long MaxLetters = 16 * 1024 * 1024;

    private readonly MemoryCache documents = new(new MemoryCacheOptions { SizeLimit = MaxLetters });

    public NationalDocument? Find(string key) => documents.Get<NationalDocument>(key);

    public NationalDocument Keep(string key, NationalDocument document, int letters) => documents.Set(key, document, new MemoryCacheEntryOptions { Size = letters });

    public void Dispose() => documents.Dispose();
}
