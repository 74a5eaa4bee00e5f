using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Web.Features.Awards;

/// <summary>What a decision that differs from the ranking is chosen from, in the reader's language.</summary>
public sealed record DepartureChoices(RankedAwardRound Ranked, AwardExplanation Rules, string Language)
{
    public static async Task<DepartureChoices> OfAsync(RankedAwardRound ranked, FindAwardTerms terms, string language, CancellationToken ct)
    {
        var document = ranked.Ranked.Award.Document;
        return new(ranked, ExplainAward.In(language, document, (await terms.HandleAsync(document.Award.Instrument, ct))(language)), language);
    }

    public IEnumerable<(string Code, string Name)> Agencies => Ranked.Ranked.Candidates.Agencies.Select(a => (a.Key, a.Value.Names.InCurrentLanguage()));

    public IReadOnlyList<(string Code, string Name)> Levels =>
        [.. Ranked.Ranked.Award.Document.Award.Categories.SelectMany(c => c.Levels.Select(l => (l.Code, LevelName(c.Code, l.Code)))).DistinctBy(l => l.Code)];

    public string LevelName(string category, string level) => ExplainAward.LevelOf(category, level, Language, Ranked.Ranked.Award.Document);

    public string NameOf(string agency) => Ranked.Ranked.Candidates.Agencies[agency].Names.InCurrentLanguage();

    public string CategoryName(string category) => Rules.Categories.FirstOrDefault(c => c.Code == category)?.Name ?? category;

    public IReadOnlyList<Prize> PrizesOf(CategoryRanking category) => Prizes.Of(category, Ranked.Departures.Select(d => d.ToDeparture()));
}

public record DepartureInput
{
    public Guid? Id { get; init; }
    public string? Category { get; init; }
    public string? Agency { get; init; }
    public DepartureKind? Kind { get; init; }
    public string? PrizeLevel { get; init; }
    public string? Reason { get; init; }
    public int? Version { get; init; }

    public Departure ToDeparture() => new(Category ?? "", Agency?.Trim() ?? "", Kind ?? DepartureKind.Withhold, string.IsNullOrEmpty(PrizeLevel) ? null : PrizeLevel);
}
