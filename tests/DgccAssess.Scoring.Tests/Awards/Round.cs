using System.Globalization;
using DgccAssess.Scoring.Awards;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Tests.Awards;

/// <summary>Short ways to write awards and candidates by hand.</summary>
internal static class Round
{
    public static readonly Rounding TwoDecimals = new(2, RoundingMode.HalfUp);
    public static readonly Figure OverallIndex = new(FigureKind.Index);
    public static readonly Figure Increase = new(FigureKind.Increase);
    public static readonly Figure Gap = new(FigureKind.Gap);
    public static readonly Figure JuryMean = new(FigureKind.Jury);

    public static Figure Node(string code) => new(FigureKind.Node, code);

    public static Award Award(params IReadOnlyList<AwardCategory> categories) => new()
    {
        Code = "prize-2024",
        Instrument = "spbe-2020",
        Rounding = TwoDecimals,
        Predicates = ["poor", "fair", "good", "very-good", "outstanding"],
        Jury = new Jury([new JuryCriterion("novelty", 60), new JuryCriterion("impact", 40)], 0, 100, 2),
        Categories = categories,
    };

    public static AwardCategory Category(string code, Measure measure, int winners = 3, params IReadOnlyList<Figure> ladder) =>
        new() { Code = code, Measure = measure, Winners = winners, TieBreaks = ladder };

    public static AwardCategory Best(int winners = 3, params IReadOnlyList<Figure> ladder) => Category("best", Measure.Of(FigureKind.Index), winners, ladder);

    public static Candidate Agency(string code, decimal? index = 3, string group = "city", params (string Code, decimal Value)[] nodes) => new()
    {
        Code = code,
        Group = group,
        Consented = true,
        Predicate = "good",
        Index = index,
        Nodes = nodes.ToDictionary(node => node.Code, node => node.Value, StringComparer.Ordinal),
    };

    public static Candidate Before(this Candidate candidate, decimal index, string instrument = "spbe-2020") =>
        candidate with { Previous = new PreviousResult(instrument, index) };

    public static JurorScores Juror(string code, decimal novelty, decimal impact, bool recused = false) =>
        new(code, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["novelty"] = novelty, ["impact"] = impact }, recused);

    public static CategoryRanking Rank(AwardCategory category, params IEnumerable<Candidate> candidates) =>
        AwardRanking.Rank(Award(category), candidates).Categories[0];

    /// <summary>One line per candidate: what a person would read.</summary>
    public static IEnumerable<string> Lines(CategoryRanking ranking) =>
    [
        .. ranking.Ranking.Select(r => string.Create(CultureInfo.InvariantCulture,
            $"{r.Rank} {r.Code} {r.PublishedText}{(r.IsWinner ? " wins" : "")}{(r.Level is { } level ? $" {level}" : "")}{(r.IsShared ? " shared" : "")}{Step(r)}")),
        .. ranking.Refusals.Select(r => $"- {r.Code} {string.Join(',', r.Reasons)}"),
    ];

    public static IEnumerable<string> Lines(AwardRanking ranking) =>
        ranking.Categories.SelectMany(category => Lines(category).Select(line => $"{category.Category.Code}: {line}"));

    private static string Step(RankedCandidate ranked) =>
        ranked.TieBreak is { Figure: { } figure } step ? $" by {step.Step} {figure.Kind}{figure.Code}" : "";
}
