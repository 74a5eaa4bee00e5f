using System.Globalization;
using DgccAssess.Core.Features.Comparison;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Countries.Brief;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Scoring.SharedCore;
using DgccAssess.Web.Features.Sharing;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;

namespace DgccAssess.Web.Features.Comparison;

/// <param name="Comparison">What may be shown.</param>
/// <param name="Group">Code of the agency group; null: whole nations.</param>
public sealed record ComparisonView(CountryComparison Comparison, string? Group)
{
    /// <summary>What agencies did, on questions that one of the countries could use advice on.</summary>
    public IReadOnlyList<ShownPractice> Practices { get; init; } = [];

    public IReadOnlyList<CoreNeed> Needs { get; } = Comparison.Needs;

    public CoreComparison Rules => Comparison.Comparison;
    public IEnumerable<string> Ids => Comparison.Chosen.Select(c => c.Partner.Id);
    public static CoreStructure Structure => ShippedCore.Document.Structure;

    private readonly Dictionary<string, string> names = Comparison.Partners.ToDictionary(p => p.Id, p => p.Names.InCurrentLanguage(), StringComparer.Ordinal);

    public string NameOf(string partner) => names.GetValueOrDefault(partner, partner);

    /// <summary>Agency groups by name, with the language it is in where that is not the page's; the code where nobody names it.</summary>
    public IEnumerable<(string Code, string Name, string? Language)> GroupChoices => Comparison.Groups
        .Select(g => g.Names.Count > 0 ? (g.Code, SharedRoundView.Name(g.Names), SharedRoundView.LanguageOf(g.Names)) : (g.Code, g.Code, null))
        .Concat(Group is null || Comparison.Groups.Any(g => g.Code == Group) ? [] : [(Group, Group, null)]);

    public ComparedPartner Of(string partner) => Comparison.Chosen.First(c => c.Partner.Id == partner);

    /// <summary>Those that are compared, in their order.</summary>
    public IEnumerable<ComparedPartner> Compared => Comparison.Compared;

    /// <summary>There is something to print: also what can't be compared has reasons and gaps.</summary>
    public bool HasReport => Comparison.Chosen.Any(c => c.Latest is not null);

    /// <summary>In which files can be had that are read, not computed with.</summary>
    public IReadOnlyList<string> Languages => BriefLanguages.Of(Comparison.Chosen.Select(c => c.Partner));

    /// <summary>The reader's own where there is one, else English: beside each of twenty questions all would be too many.</summary>
    public IReadOnlyList<string> LanguagesFor(string reader) => [Languages.FirstOrDefault(language => language == reader.Split('-')[0]) ?? "en"];

    public static StatusKind TagOf(CoreBadge badge) => badge switch
    {
        CoreBadge.Comparable => StatusKind.Ok,
        CoreBadge.WithCare => StatusKind.Warn,
        _ => StatusKind.Quiet,
    };

    public static string Percent(decimal share) => share.ToString("P0", CultureInfo.CurrentCulture);

    public static string Fixed(decimal mean) => Math.Round(mean, 2, MidpointRounding.AwayFromZero).ToString("F2", CultureInfo.CurrentCulture);

    /// <summary>The counts of a chart, in levels or in bands; null is hidden.</summary>
    public static IReadOnlyList<int?> Counts(CoreQuestionView question, CoreCell cell) => question.InBands ? cell.Figures!.ToBands().ToList() : cell.Figures!.Levels;

    /// <summary>Where each part of a bar begins and how long it is, of 1000; empty where something is hidden.</summary>
    public static IReadOnlyList<(int Part, int From, int Length)> Bar(IReadOnlyList<int?> counts)
    {
        const int Whole = 1000;
        if (counts.Any(count => count is null) || counts.Sum() is not (> 0 and var all)) return [];
        var (parts, before) = (new List<(int, int, int)>(), 0);
        for (var part = 0; part < counts.Count; part++)
        {
            var after = before + counts[part]!.Value;
            if (after > before) parts.Add((part, Whole * before / all, (Whole * after / all) - (Whole * before / all)));
            before = after;
        }

        return parts;
    }
}
