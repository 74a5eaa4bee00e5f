using System.Globalization;
using DgccAssess.Scoring.Awards;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Benchmarks.Awards;

/// <summary>A round of a million candidates in six groups, with indices of as many decimals as real ones and ties among them.</summary>
internal static class MillionCandidates
{
    public const int Count = 1_000_000;
    private static readonly string[] Groups = ["ministry", "non-ministry", "other", "province", "regency", "city"];
    private static readonly string[] Predicates = ["poor", "fair", "good", "very-good", "outstanding"];
    private static readonly Figure[] Ladder = [new(FigureKind.Node, "D4"), new(FigureKind.Increase), new(FigureKind.Gap)];

    /// <summary>Twenty categories over eight measures: the best of each group, of all, by domain, by increase, by a jury and by a mix.</summary>
    public static Award Award() => new()
    {
        Code = "benchmark",
        Instrument = "spbe-2020",
        Rounding = new Rounding(2, RoundingMode.HalfUp),
        Predicates = Predicates,
        Jury = new Jury([new JuryCriterion("novelty", 60), new JuryCriterion("impact", 40)], 0, 100, 1),
        Categories =
        [
            .. Groups.Select(group => Category($"index-{group}", Measure.Of(FigureKind.Index), group)),
            .. Groups.Select(group => Category($"increase-{group}", Measure.Of(FigureKind.Increase), group)),
            Category("index", Measure.Of(FigureKind.Index)), Category("increase", Measure.Of(FigureKind.Increase)), Category("jury", Measure.Of(FigureKind.Jury)),
            .. Enumerable.Range(1, 4).Select(i => Category($"d{i}", Measure.Of(FigureKind.Node, $"D{i}"))),
            Category("mix", new Measure(new MeasurePart(new Figure(FigureKind.Index), 60, 1, 5), new MeasurePart(new Figure(FigureKind.Jury), 40, 0, 100))),
        ],
    };

    /// <summary>Made one by one as they are read; the same on every machine.</summary>
    public static IEnumerable<Candidate> Candidates()
    {
        var state = 2024u;
        for (var i = 0; i < Count; i++)
        {
            yield return new Candidate
            {
                // Codes come in no order.
                Code = string.Create(CultureInfo.InvariantCulture, $"agency-{i * 7919L % Count:D7}"),
                Group = Groups[Next(6)],
                Consented = Next(50) > 0,
                Predicate = Predicates[Next(5)],
                Index = Value(),
                SelfIndex = Value(),
                Nodes = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["D1"] = Value(), ["D2"] = Value(), ["D3"] = Value(), ["D4"] = Value() },
                Previous = new PreviousResult(Next(10) == 0 ? "spbe-2018" : "spbe-2020", Value()),
                Jury = [new JurorScores("a", new Dictionary<string, decimal>(StringComparer.Ordinal) { ["novelty"] = Next(101), ["impact"] = Next(101) }, Next(9) == 0)],
            };
        }

        decimal Value() => 1 + (Next(40_000) / 10_000m);

        int Next(int below)
        {
            state = unchecked((state * 1664525u) + 1013904223u);
            return (int)((state >> 8) % (uint)below);
        }
    }

    private static AwardCategory Category(string code, Measure measure, params IReadOnlyList<string> groups) => new()
    {
        Code = code,
        Measure = measure,
        Winners = 3,
        Levels = [new("gold", 1, null), new("silver", 1, null), new("bronze", 1, null)],
        TieBreaks = [.. Ladder.Where(figure => measure.IsMix || measure.Parts[0].Figure != figure)],
        Eligibility = new Eligibility { Groups = groups, MinimumPredicate = "fair", MinimumIndex = 1.5m },
    };
}
