using System.Collections.Concurrent;
using DgccAssess.Core.Data;
using DgccAssess.Scoring.Egdi;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Egdi;

/// <summary>What is known of a kept version without its figures.</summary>
public sealed record EgdiVersionInfo(Guid Id, int Year, int Number, string Sha256, string Source, DateOnly TakenOn, DateTime UploadedAt, string UploadedByName);

/// <summary>An edition in use.</summary>
/// <param name="Edition">Its figures.</param>
/// <param name="Version">The upload it comes from; null: it came with the product.</param>
/// <param name="Noise">Of its ranks; null where there is no other edition.</param>
public sealed record ShelvedEdition(EgdiEdition Edition, EgdiVersionInfo? Version, EgdiNoise? Noise);

/// <summary>All editions in use, the earliest first.</summary>
public sealed record EgdiEditions(IReadOnlyList<ShelvedEdition> All)
{
    public IReadOnlyList<EgdiEdition> Figures { get; } = [.. All.Select(e => e.Edition)];
    public IReadOnlyList<int> Years { get; } = [.. All.Select(e => e.Edition.Year)];
    public ShelvedEdition Latest => All[^1];

    public ShelvedEdition? Find(int year) => All.FirstOrDefault(e => e.Edition.Year == year);

    public ShelvedEdition? Before(int year) => All.LastOrDefault(e => e.Edition.Year < year);
}

/// <summary>The editions the hub works with: those that came with the product, each replaced by the last one uploaded of its year. Parsed once per process.</summary>
public sealed class EgdiShelf(HubDbContext hub, EgdiCache cache)
{
    public async Task<EgdiEditions> ReadAsync(CancellationToken ct)
    {
        var last = (await VersionsAsync(ct)).GroupBy(v => v.Year).Select(g => g.First()).ToList();
        return await cache.GetAsync(last, id => hub.EgdiVersions.Where(v => v.Id == id).Select(v => v.Document).SingleAsync(ct));
    }

    /// <summary>Every version kept, the last of each year first.</summary>
    public Task<List<EgdiVersionInfo>> VersionsAsync(CancellationToken ct) =>
        hub.EgdiVersions.OrderByDescending(v => v.Year).ThenByDescending(v => v.Number)
            .Select(v => new EgdiVersionInfo(v.Id, v.Year, v.Number, v.Sha256, v.Source, v.TakenOn, v.UploadedAt, v.UploadedByName)).ToListAsync(ct);
}

/// <summary>Parsed versions by their id, and the editions of the last request: a version never changes.</summary>
public sealed class EgdiCache
{
    private readonly ConcurrentDictionary<Guid, EgdiEdition> parsed = new();
    private Kept? last;

    public async Task<EgdiEditions> GetAsync(IReadOnlyList<EgdiVersionInfo> versions, Func<Guid, Task<string>> read)
    {
        if (last is { } known && known.Versions.SequenceEqual(versions)) return known.Editions;
        foreach (var version in versions.Where(v => !parsed.ContainsKey(v.Id))) parsed.TryAdd(version.Id, EgdiFile.Check(await read(version.Id)).Editions.Single());

        List<(EgdiEdition Edition, EgdiVersionInfo? Version)> used =
        [
            .. ShippedEgdi.Editions.Where(e => versions.All(v => v.Year != e.Year)).Select(e => (e, (EgdiVersionInfo?)null)),
            .. versions.Select(v => (parsed[v.Id], (EgdiVersionInfo?)v)),
        ];
        used.Sort((a, b) => a.Edition.Year.CompareTo(b.Edition.Year));
        List<EgdiEdition> figures = [.. used.Select(u => u.Edition)];
        var editions = new EgdiEditions([.. used.Select(u => new ShelvedEdition(u.Edition, u.Version, EgdiNoise.Of(figures, u.Edition.Year)))]);
        last = new(versions, editions);
        return editions;
    }

    private sealed record Kept(IReadOnlyList<EgdiVersionInfo> Versions, EgdiEditions Editions);
}
