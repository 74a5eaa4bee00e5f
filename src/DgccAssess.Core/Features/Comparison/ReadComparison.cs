using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Comparison;

/// <param name="Source">The version shared.</param>
/// <param name="Figures">Of the nation or of one agency group.</param>
public sealed record ComparedRound(SharedRound Source, SharedCoreFigures Figures);

/// <param name="Partner">A government.</param>
/// <param name="Rounds">Those of which it shares the core, the earliest first; empty where it shares none.</param>
public sealed record ComparedPartner(SharingPartner Partner, IReadOnlyList<ComparedRound> Rounds)
{
    public ComparedRound? Latest => Rounds.Count > 0 ? Rounds[^1] : null;
}

/// <param name="Code">Of an agency group.</param>
/// <param name="Names">By language, as the first of those that share it names it; empty where none does.</param>
public sealed record ComparedGroup(string Code, IReadOnlyDictionary<string, string> Names);

/// <summary>Two to ten countries side by side in the terms of the shared core.</summary>
public sealed record CountryComparison
{
    /// <summary>Everybody who publishes to the hub.</summary>
    public required IReadOnlyList<SharingPartner> Partners { get; init; }

    /// <summary>In the order chosen.</summary>
    public required IReadOnlyList<ComparedPartner> Chosen { get; init; }

    /// <summary>Agency groups that more than one of them shares, by code.</summary>
    public required IReadOnlyList<ComparedGroup> Groups { get; init; }

    public required CoreComparison Comparison { get; init; }
    public required IReadOnlyList<CorePattern> Patterns { get; init; }

    public IEnumerable<CoreCountry> Countries => Chosen.Where(c => c.Latest is not null).Select(c => new CoreCountry(c.Partner.Id, c.Latest!.Figures));

    /// <summary>Why a question is mapped as it is; null where the government mapped it in its own way, whose notes it keeps.</summary>
    public static (string Language, string Text)? NoteOf(SharedCoreFigures figures, string question, string language)
    {
        var proposal = ReadCoreMapping.ProposalFor(figures.Instrument, figures.Draft);
        return MappingDocument.HashOf(proposal.ToCanonicalJson()) == figures.MappingHash ? proposal.NoteIn(question, language) : null;
    }

    public IReadOnlyList<CorePeer> PeersOf(ComparedPartner one) =>
        one.Latest is { } latest ? CorePeers.Of(ShippedCore.Document.Structure, new CoreCountry(one.Partner.Id, latest.Figures), Countries) : [];

    public IReadOnlyList<CoreGap> GapsOf(ComparedPartner one) =>
        one.Latest is { } latest ? CoreGap.Of(ShippedCore.Document.Structure, new CoreCountry(one.Partner.Id, latest.Figures), [.. Countries]) : [];
}

/// <summary>Reads what the chosen countries share of the core, and lets the rules of comparability decide what of it may be shown. Whoever shows it notes the access first.</summary>
public sealed class ReadComparison(ReadShared shared)
{
    /// <param name="chosen">Ids of partners, or codes of countries; what is neither is passed over.</param>
    /// <param name="group">Code of an agency group; null: the whole nation.</param>
    /// <param name="order">How partners are ordered, for example by name.</param>
    /// <param name="ct">To stop.</param>
    public async Task<CountryComparison> HandleAsync(IReadOnlyCollection<string> chosen, string? group, Func<IEnumerable<SharingPartner>, IEnumerable<SharingPartner>> order, CancellationToken ct)
    {
        var partners = order(await shared.PartnersAsync(ct)).ToList();
        var wanted = partners.Where(p => chosen.Contains(p.Id, StringComparer.OrdinalIgnoreCase) || chosen.Contains(p.Country, StringComparer.OrdinalIgnoreCase)).Take(CoreComparison.MostCountries).ToList();
        var rounds = (await shared.InForceAsync([.. wanted.Select(p => p.Id)], ct)).ToLookup(r => r.Partner, StringComparer.Ordinal);
        var found = wanted.ConvertAll(p => new ComparedPartner(p, [.. rounds[p.Id].Reverse().Select(r => (Source: r, Figures: FiguresOf(r, group))).Where(r => r.Figures is not null).Select(r => new ComparedRound(r.Source, r.Figures!))]));
        var structure = ShippedCore.Document.Structure;
        var countries = found.Where(c => c.Latest is not null).Select(c => new CoreCountry(c.Partner.Id, c.Latest!.Figures)).ToList();
        var comparison = CoreComparison.Of(structure, countries);
        return new CountryComparison
        {
            Partners = partners,
            Chosen = found,
            Groups = GroupsOf([.. wanted.Select(p => rounds[p.Id].FirstOrDefault()?.Payload).OfType<SharedPayload>()]),
            Comparison = comparison,
            Patterns = CorePattern.Of(structure, comparison.Badge is CoreBadge.NotComparable ? [] : comparison.Compared),
        };
    }

    private static IReadOnlyList<ComparedGroup> GroupsOf(IReadOnlyList<SharedPayload> latest) =>
    [
        .. latest.SelectMany(p => (p.Core ?? []).Select(figures => figures.Group).OfType<string>()).CountBy(code => code, StringComparer.Ordinal).Where(g => g.Value > 1).Select(g => g.Key).Order(StringComparer.Ordinal)
            .Select(code => new ComparedGroup(code, latest.SelectMany(p => p.Areas?.Groups ?? []).FirstOrDefault(g => g.Code == code && g.Names.Count > 0)?.Names ?? new Dictionary<string, string>())),
    ];

    private static SharedCoreFigures? FiguresOf(SharedRound round, string? group) => round.Payload?.Core?.FirstOrDefault(figures => figures.Group == group);
}
