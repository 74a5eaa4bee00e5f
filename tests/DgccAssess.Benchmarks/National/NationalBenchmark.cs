using System.Diagnostics;
using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.National;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Benchmarks.National;

/// <summary>How long the sensitivity of ranks takes for a nation, and how fast its national pages are, read from the document of the last of five rounds.</summary>
internal static class NationalBenchmark
{
    private const int Agencies = 615, Rounds = 5, Runs = 15, Visits = 200;
    private static readonly string[] Groups = ["ministry", "non-ministry", "other", "province", "regency", "city"];

    /// <param name="output">Where the figures go.</param>
    /// <param name="binary">A published server; null: the one of the build.</param>
    public static async Task RunAsync(TextWriter output, string? binary)
    {
        Sensitivity(output);

        await using var app = new TestApp(DatabaseProvider.Sqlite);
        var start = Stopwatch.GetTimestamp();
        var space = await (await app.CreateSpaceAsync()).CreateNationAsync(Agencies, Rounds);
        var rounds = await space.ReadAsync(db => db.Rounds.OrderBy(r => r.Code).Select(r => r.Code).ToListAsync());
        var made = Stopwatch.GetElapsedTime(start);
        var published = new List<double>();
        foreach (var round in rounds)
        {
            start = Stopwatch.GetTimestamp();
            await space.PublishNationalAsync(round);
            published.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        var letters = await space.ReadAsync(db => db.NationalResults.OrderByDescending(n => n.TakenAt).Select(n => n.Document.Length).FirstAsync());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Agencies} agencies x {Rounds} rounds on SQLite, made in {made.TotalSeconds:F0} s; national result of a round computed and stored: {string.Join(", ", published.Select(p => p.ToString("F1", CultureInfo.InvariantCulture)))} s; document {letters / 1024:N0} KiB"));

        await using var web = WebProcess.Start(app.Settings, new() { Environment = "Production", Binary = binary });
        var address = await web.ListeningAsync();
        using var organizer = new TestBrowser(address, space.Path);
        await organizer.SignInAsync(await space.CreatePersonAsync(Roles.Organizer));
        using var everybody = new TestBrowser(address, space.Path);
        foreach (var (browser, path) in new[]
        {
            (organizer, $"/rounds/{rounds[^1]}/national"), (organizer, $"/rounds/{rounds[^1]}/national/agencies"), (organizer, $"/rounds/{rounds[^1]}/national/areas"),
            (everybody, "/results"), (everybody, $"/results/{rounds[^1]}"), (everybody, $"/results/{rounds[^1]}/ranking.csv"),
        })
            await VisitAsync(output, browser, path);
    }

    private static void Sensitivity(TextWriter output)
    {
        var plan = ScoringPlan.Compile(ShippedInstruments.Get("spbe-2020").Instrument);
        int[][] ratings = [.. Enumerable.Range(0, Agencies).Select(a => plan.Indicators.Select((_, i) => 100 * (1 + (int)(SplitMix64.At(2024, (ulong)((a * 47) + i)) % 5))).ToArray())];
        string[] groups = [.. ratings.Select((_, i) => Groups[i % 6])];
        var times = new double[Runs];
        for (var run = -1; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            RankSensitivity.Of(plan, ratings, groups, seed: 1);
            if (run >= 0) times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"sensitivity of ranks, {RankSensitivity.Weightings:N0} weightings x {Agencies} agencies x {plan.Indicators.Count} indicators, overall and within groups: median {times[Runs / 2]:F0} ms, most {times[^1]:F0} ms of {Runs} runs"));
    }

    private static async Task VisitAsync(TextWriter output, TestBrowser browser, string path)
    {
        var (times, bytes) = (new List<double>(), 0);
        for (var visit = -10; visit < Visits; visit++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await browser.Client.GetAsync(new Uri(browser.Absolute(path), UriKind.Relative));
            bytes = (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
            if (visit >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{path}: p50 {times[Visits / 2]:F1} ms, p95 {times[(Visits * 95 / 100) - 1]:F1} ms, most {times[^1]:F1} ms of {Visits} visits, {bytes / 1024d:F0} KiB uncompressed"));
    }
}
