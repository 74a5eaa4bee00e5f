using System.Diagnostics;
using System.Globalization;
using DgccAssess.Scoring.Indices;

namespace DgccAssess.Benchmarks.Scoring;

/// <summary>Agency results per second on one core: every node index of 47 indicators, and the bytes each result allocates.</summary>
public static class ScoringBenchmark
{
    private const int Agencies = 4096;
    private const int Passes = 250;
    private const int Runs = 7;

    public static void Run(TextWriter output)
    {
        var plan = ScoringPlan.Compile(FortySevenIndicators.Build());
        var ratings = RatingsOf(plan);
        var codes = plan.Indicators.Select(node => node.Code).ToList();
        var byCode = Enumerable.Range(0, Agencies).Select(agency => codes.Select((code, i) => (code, rating: ratings[(agency * codes.Count) + i]))
            .ToDictionary(pair => pair.code, pair => (decimal?)(pair.rating / ScoringPlan.RatingUnit), StringComparer.Ordinal)).ToList();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{codes.Count} indicators, {plan.Nodes.Count} indices per agency, one thread, median of {Runs} runs"));
        Report(output, "exact indices", Agencies * Passes, () => ScoreAll(plan, ratings));
        Report(output, "scorecards (checked, rounded, with predicates)", Agencies, () =>
            byCode.Sum(agency => Scorecard.Compute(plan, agency).Total.Index.Numerator));
    }

    private static long ScoreAll(ScoringPlan plan, int[] ratings)
    {
        Span<ExactIndex> results = new ExactIndex[plan.Nodes.Count];
        var (size, sum) = (plan.Indicators.Count, 0L);
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var agency = 0; agency < Agencies; agency++)
            {
                plan.Score(ratings.AsSpan(agency * size, size), results);
                sum += results[0].Numerator;
            }
        }
        return sum;
    }

    private static void Report(TextWriter output, string what, int results, Func<long> score)
    {
        score();
        var seconds = new double[Runs];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            score();
            seconds[run] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(seconds);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {results / seconds[Runs / 2]:N0} agencies/s, {(double)allocated / ((double)results * Runs):N2} bytes allocated per result"));
    }

    // A fixed linear congruential sequence: the same ratings on every machine.
    private static int[] RatingsOf(ScoringPlan plan)
    {
        var state = 2021u;
        var ratings = new int[Agencies * plan.Indicators.Count];
        for (var i = 0; i < ratings.Length; i++)
        {
            state = unchecked((state * 1664525u) + 1013904223u);
            ratings[i] = (1 + (int)((state >> 16) % 5)) * ScoringPlan.RatingUnit;
        }
        return ratings;
    }
}
