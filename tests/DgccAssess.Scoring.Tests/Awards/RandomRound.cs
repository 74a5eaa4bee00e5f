using DgccAssess.Scoring.Awards;
using FsCheck;
using FsCheck.Fluent;
using static DgccAssess.Scoring.Tests.Awards.Round;

namespace DgccAssess.Scoring.Tests.Awards;

/// <summary>An award of random rules and candidates whose values are few, so that ties are many.</summary>
public sealed record RandomRound(Award Award, IReadOnlyList<Candidate> Candidates)
{
    public override string ToString() => $"{Award}\n{string.Join('\n', Candidates)}";
}

public static class RandomRounds
{
    private static readonly string[] Groups = ["city", "regency", "province"];
    private static readonly string[] Predicates = ["poor", "fair", "good", "very-good", "outstanding"];
    private static readonly Figure[] Figures = [OverallIndex, Node("D1"), Node("D2"), Increase, Gap, JuryMean, new(FigureKind.Jury, "impact")];

    public static Arbitrary<RandomRound> Any() =>
        (from one in Gen.Elements(OnePerAgency.None, OnePerAgency.CategoryOrder)
         from count in Gen.Choose(1, 4)
         from categories in Category().ArrayOf(count)
         from size in Gen.Choose(0, 25)
         from seeds in Gen.Choose(0, 1_000_000).ArrayOf(31)
         from shuffled in Gen.Shuffle(Enumerable.Range(0, size).Select(i => i).ToArray())
         let source = new Source(seeds)
         let candidates = shuffled.Select(i => source.Candidate($"agency-{i}")).ToList()
         select new RandomRound(
             Award([.. categories.Select((category, i) => category with { Code = $"c{i}" })]) with { OnePerAgency = one }, candidates)).ToArbitrary();

    private static Gen<AwardCategory> Category() =>
        from measure in Gen.Elements(
            Measure.Of(FigureKind.Index), Measure.Of(FigureKind.Index), Measure.Of(FigureKind.Node, "D1"), Measure.Of(FigureKind.Increase), Measure.Of(FigureKind.Jury),
            new Measure(new MeasurePart(OverallIndex, 60, 1, 5), new MeasurePart(JuryMean, 40, 0, 100)))
        from winners in Gen.Choose(1, 4)
        from ladder in Gen.Shuffle(Figures)
        from length in Gen.Choose(0, 3)
        from groups in Gen.Choose(0, 2)
        from predicate in Gen.Elements(null, null, "good")
        from index in Gen.Elements<decimal?>(null, null, 2.5m)
        let first = measure.IsMix ? null : measure.Parts[0].Figure
        select new AwardCategory
        {
            Code = "c",
            Measure = measure,
            Winners = winners,
            TieBreaks = [.. ladder.Where(figure => figure != first).Take(length)],
            Eligibility = new Eligibility { Groups = [.. Groups.Take(groups)], MinimumPredicate = predicate, MinimumIndex = index },
        };

    private sealed class Source(int[] seeds)
    {
        private int used;

        public Candidate Candidate(string code) => new()
        {
            Code = code,
            Group = Groups[Next(3)],
            Consented = Next(8) > 0,
            HasOpenObjection = Next(10) == 0,
            TookPart = Next(12) > 0,
            Predicate = Next(9) == 0 ? null : Predicates[Next(5)],
            Index = Next(9) == 0 ? null : Value(),
            SelfIndex = Next(3) == 0 ? null : Value(),
            Nodes = new[] { "D1", "D2" }.Where(_ => Next(7) > 0).ToDictionary(node => node, _ => Value(), StringComparer.Ordinal),
            Previous = Next(4) == 0 ? null : new PreviousResult(Next(4) == 0 ? "spbe-2018" : "spbe-2020", Value()),
            Jury = [.. Enumerable.Range(0, Next(4)).Select(i => Juror($"j{i}", Next(3) * 40, Next(3) * 40, Next(4) == 0))],
        };

        // Thirds too: fractions without an end.
        private decimal Value() => 1 + (Next(5) / (Next(2) == 0 ? 2m : 3m));

        private int Next(int below) => (int)((uint)(seeds[used % seeds.Length] + (used++ * 7919)) % below);
    }
}
