using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.SharedCore;
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

    /// <summary>Agency groups that more than one of them shares in its latest round, by code.</summary>
    public required IReadOnlyList<ComparedGroup> Groups { get; init; }

    public required CoreComparison Comparison { get; init; }
    public required IReadOnlyList<CorePattern> Patterns { get; init; }

    public IEnumerable<CoreCountry> Countries => Chosen.Where(c => c.Latest is not null).Select(c => new CoreCountry(c.Partner.Id, c.Latest!.Figures));

    /// <summary>Those that are compared, in their order.</summary>
    public IEnumerable<ComparedPartner> Compared => Comparison.Compared.Select(country => Chosen.First(c => c.Partner.Id == country.Code));

    /// <summary>Why a question is mapped as it is; null where the government mapped it in its own way, whose notes it keeps.</summary>
    public static (string Language, string Text)? NoteOf(SharedCoreFigures figures, string question, string language) =>
        ProposedMappings.Of(figures.Instrument, figures.Draft) is { } proposed && proposed.Hash == figures.MappingHash ? proposed.Document.NoteIn(question, language) : null;

    /// <summary>Questions on which one of the countries is weak or shows nothing.</summary>
    public IReadOnlyList<CoreNeed> Needs => CoreNeed.Of(ShippedCore.Document.Structure, [.. Countries]);

    /// <summary>The same with these rounds as they are here, for example with their payloads.</summary>
    public CountryComparison With(IReadOnlyCollection<SharedRound> read)
    {
        var known = read.ToDictionary(r => r.SnapshotId);
        return this with { Chosen = [.. Chosen.Select(c => c with { Rounds = [.. c.Rounds.Select(r => known.TryGetValue(r.Source.SnapshotId, out var source) ? r with { Source = source } : r)] })] };
    }

    public IReadOnlyList<CorePeer> PeersOf(ComparedPartner one) =>
        one.Latest is { } latest ? CorePeers.Of(ShippedCore.Document.Structure, new CoreCountry(one.Partner.Id, latest.Figures), Countries) : [];

    public IReadOnlyList<CoreGap> GapsOf(ComparedPartner one) =>
        one.Latest is { } latest ? CoreGap.Of(ShippedCore.Document.Structure, new CoreCountry(one.Partner.Id, latest.Figures), [.. Countries]) : [];
}

/// <summary>Reads what the chosen countries share of the core, and lets the rules of comparability decide what of it may be shown. Whoever shows it notes the access first.</summary>
public sealed class ReadComparison(ReadShared shared, ReadCoreSlices slices)
{
    /// <param name="chosen">Ids of partners, or codes of countries; what is neither is passed over.</param>
    /// <param name="group">Code of an agency group; null: the whole nation.</param>
    /// <param name="order">How partners are ordered, for example by name.</param>
    /// <param name="ct">To stop.</param>
    public async Task<CountryComparison> HandleAsync(IReadOnlyCollection<string> chosen, string? group, Func<IEnumerable<SharingPartner>, IEnumerable<SharingPartner>> order, CancellationToken ct)
    {
        var partners = order(await shared.PartnersAsync(ct)).ToList();
        var wanted = partners.Where(p => chosen.Contains(p.Id, StringComparer.OrdinalIgnoreCase) || chosen.Contains(p.Country, StringComparer.OrdinalIgnoreCase)).Take(CoreComparison.MostCountries).ToList();
        var heads = await shared.HeadsInForceAsync([.. wanted.Select(p => p.Id)], ct);
        var (rounds, figures) = (heads.ToLookup(r => r.Partner, StringComparer.Ordinal), await slices.FiguresAsync(heads, group, ct));
        var found = wanted.ConvertAll(p => new ComparedPartner(p, [.. rounds[p.Id].Reverse().Where(r => figures.ContainsKey(r.SnapshotId)).Select(r => new ComparedRound(r, figures[r.SnapshotId]))]));
        var structure = ShippedCore.Document.Structure;
        var countries = found.Where(c => c.Latest is not null).Select(c => new CoreCountry(c.Partner.Id, c.Latest!.Figures)).ToList();
        var comparison = CoreComparison.Of(structure, countries);
        return new CountryComparison
        {
            Partners = partners,
            Chosen = found,
            Groups = Common(await slices.GroupsAsync([.. rounds.Select(of => of.First())], ct)),
            Comparison = comparison,
            Patterns = CorePattern.Of(structure, comparison.Badge is CoreBadge.NotComparable ? [] : comparison.Compared),
        };
    }

    /// <summary>Those that more than one country has, each as the first that names it does.</summary>
    private static IReadOnlyList<ComparedGroup> Common(IReadOnlyList<SharedGroup> groups) =>
    [
        .. groups.GroupBy(g => g.Code, StringComparer.Ordinal).Where(same => same.Count() > 1).OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new ComparedGroup(same.Key, same.Select(g => g.Names.Values).FirstOrDefault(names => names.Count > 0) ?? new Dictionary<string, string>())),
    ];
}
