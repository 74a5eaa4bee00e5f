using System.Diagnostics;
using System.Globalization;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Benchmarks.Awards;

/// <summary>Time to rank a million candidates in twenty categories, ties broken and winners found; and what laying the candidates out costs before.</summary>
public static class AwardBenchmark
{
    private const int Runs = 7;

    public static void Run(TextWriter output)
    {
        var award = MillionCandidates.Award();
        var candidates = MillionCandidates.Candidates().ToList();
        var start = Stopwatch.GetTimestamp();
        var table = CandidateTable.Of(award, candidates);
        var layout = Stopwatch.GetElapsedTime(start);
        var ranking = AwardRanking.Rank(table);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{table.Count:N0} candidates x {award.Categories.Count} categories, {ranking.Categories.Sum(c => (long)c.RankedCount):N0} ranks given, {ranking.Categories.Sum(c => c.WinnerCount)} winners, median of {Runs} runs"));
        Report(output, "ranking, each category alone", table);
        Report(output, "ranking, one award per agency", CandidateTable.Of(award with { OnePerAgency = OnePerAgency.CategoryOrder }, candidates));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"laying the candidates out, once: {layout.TotalSeconds:F2} s"));
    }

    private static void Report(TextWriter output, string what, CandidateTable table)
    {
        var (seconds, allocated) = (new double[Runs], GC.GetTotalAllocatedBytes());
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            AwardRanking.Rank(table);
            seconds[run] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        allocated = (GC.GetTotalAllocatedBytes() - allocated) / Runs;
        Array.Sort(seconds);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {seconds[Runs / 2]:F2} s (slowest {seconds[^1]:F2} s), {(double)allocated / table.Count / table.Award.Categories.Count:F1} bytes allocated per candidate and category"));
    }
}
