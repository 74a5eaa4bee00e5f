using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Payload;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Countries;

/// <summary>A version of a round as a partner shared it; the payload is null where it was withdrawn.</summary>
public sealed record SharedRound
{
    public required Guid SnapshotId { get; init; }
    public required string Partner { get; init; }
    public required string Round { get; init; }
    public required int Number { get; init; }
    public required SharingLevel Level { get; init; }
    public required int? Agreement { get; init; }
    public required DateOnly? AgreementEndsOn { get; init; }
    public required DateTime PublishedAt { get; init; }
    public required DateTime? SupersededAt { get; init; }
    public required DateTime? WithdrawnAt { get; init; }
    public required string? WithdrawnBecause { get; init; }
    public required string PayloadHash { get; init; }
    public SharedPayload? Payload { get; init; }

    public bool IsInForce => WithdrawnAt is null && SupersededAt is null;
}

/// <summary>What partners share, as it stands in the hub's database. Whoever shows it notes the access first: <see cref="NoteAccess"/>.</summary>
public sealed class ReadShared(HubDbContext db, SharedPayloads payloads)
{
    public Task<List<SharingPartner>> PartnersAsync(CancellationToken ct) => db.SharingPartners.AsNoTracking().OrderBy(p => p.Country).ToListAsync(ct);

    /// <param name="partner">Id of its space.</param>
    /// <param name="ct">To stop.</param>
    public Task<SharingPartner?> PartnerAsync(string partner, CancellationToken ct) => db.SharingPartners.AsNoTracking().FirstOrDefaultAsync(p => p.Id == partner, ct);

    /// <summary>The versions in force of a partner's rounds with their payloads, the latest round first.</summary>
    public Task<IReadOnlyList<SharedRound>> InForceAsync(string partner, CancellationToken ct) => InForceAsync([partner], ct);

    public async Task<IReadOnlyList<SharedRound>> InForceAsync(IReadOnlyCollection<string> partners, CancellationToken ct) => await WithPayloadsAsync(await HeadsInForceAsync(partners, ct), ct);

    /// <summary>The same without payloads.</summary>
    public async Task<IReadOnlyList<SharedRound>> HeadsInForceAsync(IReadOnlyCollection<string> partners, CancellationToken ct)
    {
        var rounds = await Of(db.SharedSnapshots.Where(s => partners.Contains(s.PartnerId) && s.WithdrawnAt == null && s.SupersededAt == null)).ToListAsync(ct);
        return [.. rounds.OrderBy(r => r.Partner, StringComparer.Ordinal).ThenByDescending(r => r.Round, StringComparer.Ordinal)];
    }

    /// <summary>Every version of a partner's rounds, tombstones too, without payloads.</summary>
    public Task<IReadOnlyList<SharedRound>> HistoryAsync(string partner, CancellationToken ct) => HistoryAsync(db.SharedSnapshots.Where(s => s.PartnerId == partner), ct);

    /// <summary>The same of all partners at once.</summary>
    public async Task<ILookup<string, SharedRound>> HistoriesAsync(CancellationToken ct) => (await HistoryAsync(db.SharedSnapshots, ct)).ToLookup(r => r.Partner, StringComparer.Ordinal);

    private static async Task<IReadOnlyList<SharedRound>> HistoryAsync(IQueryable<SharedSnapshot> snapshots, CancellationToken ct)
    {
        var rounds = await Of(snapshots).ToListAsync(ct);
        return [.. rounds.OrderByDescending(r => r.Round, StringComparer.Ordinal).ThenByDescending(r => r.Number)];
    }

    /// <summary>One version, with its payload where it is not withdrawn.</summary>
    public async Task<SharedRound?> VersionAsync(string partner, string round, int number, CancellationToken ct)
    {
        var found = await Of(db.SharedSnapshots.Where(s => s.PartnerId == partner && s.Round == round && s.Number == number)).ToListAsync(ct);
        return found is [{ WithdrawnAt: null }] ? (await WithPayloadsAsync(found, ct))[0] : found.FirstOrDefault();
    }

    /// <summary>With their payloads, where they are not withdrawn. Only those are fetched that are not in memory.</summary>
    public async Task<IReadOnlyList<SharedRound>> WithPayloadsAsync(IReadOnlyList<SharedRound> rounds, CancellationToken ct)
    {
        var known = rounds.ToDictionary(r => r.SnapshotId, r => payloads.Find(r.PayloadHash));
        var missing = rounds.Where(r => known[r.SnapshotId] is null).Select(r => r.SnapshotId).ToList();
        var texts = missing.Count == 0 ? [] : await db.SharedSnapshots.Where(s => missing.Contains(s.Id) && s.Payload != null).ToDictionaryAsync(s => s.Id, s => s.Payload!, ct);
        return [.. rounds.Select(r => r with { Payload = known[r.SnapshotId] ?? (texts.TryGetValue(r.SnapshotId, out var json) ? payloads.Read(r.PayloadHash, json) : null) })];
    }

    internal static IQueryable<SharedRound> Of(IQueryable<SharedSnapshot> snapshots) => snapshots.Select(s => new SharedRound
    {
        SnapshotId = s.Id, Partner = s.PartnerId, Round = s.Round, Number = s.Number, Level = s.Level, Agreement = s.Agreement, AgreementEndsOn = s.AgreementEndsOn, PublishedAt = s.PublishedAt,
        SupersededAt = s.SupersededAt, WithdrawnAt = s.WithdrawnAt, WithdrawnBecause = s.WithdrawnBecause, PayloadHash = s.PayloadHash,
    });
}
