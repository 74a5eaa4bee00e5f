using System.Globalization;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Web.Features.Awards;

/// <summary>One category of a ranking as a page shows it, in the reader's language.</summary>
public sealed class RankingView
{
    /// <summary>Refusals that say nothing of the agency: it belongs elsewhere.</summary>
    private static readonly string[] Elsewhere = [RefusalCodes.OtherGroup, RefusalCodes.OtherRegion];

    private readonly string language = CultureInfo.CurrentUICulture.Name;
    private readonly AwardTerms terms;

    public RankingView(RankedAward ranked, string? category, AwardTerms terms, Func<string, string> href)
    {
        (Ranked, this.terms, Href) = (ranked, terms, href);
        Category = ranked.Ranking.Categories.FirstOrDefault(c => c.Category.Code == category) ?? ranked.Ranking.Categories[0];
        Rules = ExplainAward.In(language, ranked.Award.Document, terms);
    }

    public sealed record Row(string Code, string Name, bool Synthetic, string Group, int Rank, string Value, string Exact, bool IsWinner, string? Level, bool IsShared, string? TieBreak);

    public sealed record Refused(string Code, string Name, bool Synthetic, string Group, IReadOnlyList<string> Reasons, string Text);

    public RankedAward Ranked { get; }
    public CategoryRanking Category { get; }
    public AwardExplanation Rules { get; }

    /// <summary>Address of a category.</summary>
    public Func<string, string> Href { get; }

    public CategoryExplanation RulesOfCategory => Rules.Categories.First(c => c.Code == Category.Category.Code);

    public IEnumerable<Row> Rows => Category.Ranking.Select(r => new Row(
        r.Code, NameOf(r.Code), Ranked.Candidates.Agencies[r.Code].Synthetic, GroupOf(r.Code), r.Rank, Shown(r.Published), r.ExactText, r.IsWinner,
        r.Level is null ? null : ExplainAward.LevelOf(Category.Category.Code, r.Level, language, Ranked.Award.Document), r.IsShared, TieBreak(r)));

    /// <summary>Those that could have entered.</summary>
    public IReadOnlyList<Refused> Refusals =>
    [
        .. Category.Refusals.Where(r => !r.Reasons.Any(Elsewhere.Contains))
            .Select(r => new Refused(r.Code, NameOf(r.Code), Ranked.Candidates.Agencies[r.Code].Synthetic, GroupOf(r.Code), r.Reasons, AwardWords.Refused(r, language))),
    ];

    public int ElsewhereCount => Category.Refusals.Count(r => r.Reasons.Any(Elsewhere.Contains));

    public string NameOf(string agency) => Ranked.Candidates.Agencies[agency].Names.InCurrentLanguage();

    private string GroupOf(string agency) => terms.Group(Ranked.Candidates.Agencies[agency].Group);

    private string Shown(decimal value) => value.ToString("F" + Ranked.Award.Document.Award.Rounding.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture);

    private string? TieBreak(RankedCandidate ranked) => ranked.TieBreak switch
    {
        null => null,
        { Figure: { } figure } => ExplainAward.NameOf(figure, language, Ranked.Award.Document, terms),
        _ => "",
    };
}
