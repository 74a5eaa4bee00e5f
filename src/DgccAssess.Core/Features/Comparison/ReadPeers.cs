using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Comparison;

/// <param name="Partner">A government.</param>
/// <param name="Latest">Its latest round.</param>
/// <param name="Peer">How alike.</param>
/// <param name="Badge">Of the two side by side.</param>
/// <param name="Reasons">Why.</param>
public sealed record ShownPeer(SharingPartner Partner, ComparedRound Latest, CorePeer Peer, CoreBadge Badge, IReadOnlyList<CoreReason> Reasons);

/// <summary>One country, and those of all others that are most like it. Likeness, no order of merit.</summary>
public sealed record CountryPeers
{
    public const int Most = 10;

    public required SharingPartner Partner { get; init; }

    /// <summary>The latest round of which it shares the core; null where it shares none.</summary>
    public required ComparedRound? Latest { get; init; }

    /// <summary>Why it can't be set beside any other; empty where it can.</summary>
    public required IReadOnlyList<CoreReason> Reasons { get; init; }

    /// <summary>The most similar first.</summary>
    public required IReadOnlyList<ShownPeer> Shown { get; init; }

    /// <summary>How many more may be compared, and are less alike.</summary>
    public required int Further { get; init; }

    /// <summary>Those that may not be compared with it, by the first reason; null: it shares nothing of the core.</summary>
    public required ILookup<CoreReasonCode?, SharingPartner> LeftOut { get; init; }

    /// <summary>What is shown: whoever shows it notes these.</summary>
    public IEnumerable<SharedRound> Sources => Latest is null ? [] : Shown.Select(peer => peer.Latest.Source).Prepend(Latest.Source);
}

/// <summary>Looks for the likest of all partners in the latest round of each. Whoever shows them notes the access first.</summary>
public sealed class ReadPeers(ReadCoreSlices slices)
{
    /// <param name="partner">The country looked at.</param>
    /// <param name="partners">All of them.</param>
    /// <param name="ct">To stop.</param>
    public async Task<CountryPeers> HandleAsync(SharingPartner partner, IReadOnlyCollection<SharingPartner> partners, CancellationToken ct)
    {
        var (structure, known) = (ShippedCore.Document.Structure, partners.ToDictionary(p => p.Id, StringComparer.Ordinal));
        var latest = (await slices.LatestAsync(ct)).Where(r => known.ContainsKey(r.Source.Partner)).ToDictionary(r => r.Source.Partner, r => new ComparedRound(r.Source, r.Figures), StringComparer.Ordinal);
        var own = latest.GetValueOrDefault(partner.Id);
        IReadOnlyList<CoreReason> reasons = own is null ? [] : CoreStanding.Of(structure, Country(own)).Reasons;
        var pairs = own is null || reasons.Count > 0 ? [] : CorePeers.Pairs(structure, Country(own), latest.Values.Select(Country));
        var alike = pairs.Where(p => p.Peer is not null).ToList();
        return new CountryPeers
        {
            Partner = partner,
            Latest = own,
            Reasons = reasons,
            Shown = [.. alike.Take(CountryPeers.Most).Select(p => new ShownPeer(known[p.Other], latest[p.Other], p.Peer!, p.Badge, p.Reasons))],
            Further = Math.Max(0, alike.Count - CountryPeers.Most),
            LeftOut = pairs.Where(p => p.Peer is null).Select(p => (Partner: known[p.Other], Why: (CoreReasonCode?)p.Reasons[0].Code))
                .Concat(pairs.Count == 0 ? [] : partners.Where(p => !latest.ContainsKey(p.Id)).Select(p => (Partner: p, Why: (CoreReasonCode?)null)))
                .ToLookup(p => p.Why, p => p.Partner),
        };
    }

    private static CoreCountry Country(ComparedRound round) => new(round.Source.Partner, round.Figures);
}
