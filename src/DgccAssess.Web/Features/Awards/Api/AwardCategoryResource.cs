using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Files;
using DgccAssess.Scoring.Awards;
using DgccAssess.Web.Infrastructure;

namespace DgccAssess.Web.Features.Awards.Api;

/// <summary>A category of an award round that the space declares.</summary>
public sealed record AwardCategoryResource
{
    public required string Award { get; init; }

    /// <summary>Of the award's rules, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of the rules' canonical JSON, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required string Instrument { get; init; }

    /// <summary>From 1, in the order in which categories are decided.</summary>
    public required int Position { get; init; }

    public required string Category { get; init; }

    /// <summary>Of the category, by language of the award.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Ranks that win; null where only the threshold decides.</summary>
    public required int? Winners { get; init; }

    /// <summary>The least figure that wins; null where only the number decides.</summary>
    public required decimal? Threshold { get; init; }

    /// <summary>The rules in words, by language of the product.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Rules { get; init; }

    public static CsvTable<AwardCategoryResource> Table { get; } = new(
        ("award", c => c.Award), ("version", c => c.Version), ("hash", c => c.Hash), ("instrument", c => c.Instrument), ("position", c => c.Position), ("category", c => c.Category),
        ("name", c => c.Names.Values.FirstOrDefault()), ("winners", c => c.Winners), ("threshold", c => c.Threshold), ("rules", c => string.Join(' ', c.Rules["en"])));

    public static IEnumerable<AwardCategoryResource> Of(AwardVersion version, AwardDocument document, Func<string, AwardTerms> terms)
    {
        var explained = AwardWords.Languages.ToDictionary(l => l, l => ExplainAward.In(l, document, terms(l)), StringComparer.Ordinal);
        return document.Award.Categories.Select((category, i) => Of(version, document, category, i, explained));
    }

    private static AwardCategoryResource Of(AwardVersion version, AwardDocument document, AwardCategory category, int i, Dictionary<string, AwardExplanation> explained) => new()
    {
        Award = version.Code,
        Version = version.Number,
        Hash = version.Hash!,
        Instrument = document.Award.Instrument,
        Position = i + 1,
        Category = category.Code,
        Names = document.Names[AwardNameKeys.Category(category.Code)].Values,
        Winners = category.Winners,
        Threshold = category.Threshold,
        Rules = explained.ToDictionary(e => e.Key, e => (IReadOnlyList<string>)[.. e.Value.Sentences, .. e.Value.Categories[i].Sentences], StringComparer.Ordinal),
    };
}
