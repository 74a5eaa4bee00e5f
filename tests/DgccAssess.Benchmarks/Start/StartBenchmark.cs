using System.Diagnostics;
using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;

namespace DgccAssess.Benchmarks.Start;

/// <summary>From the start of the process to the first page (sign-in of a space) with status 200, and the memory it holds then.</summary>
internal static class StartBenchmark
{
    private const int Runs = 7;
    private const double AimSeconds = 3;
    private const double AimMegabytes = 250;

    /// <param name="output">Where the figures go.</param>
    /// <param name="binary">A published server; null: the one of the build.</param>
    public static async Task RunAsync(TextWriter output, string? binary)
    {
        await using var app = new TestApp(DatabaseProvider.Sqlite);
        var space = await app.CreateSpaceAsync();
        var runs = new List<(double Seconds, double Processor, double Peak)>();
        for (var run = 0; run < Runs; run++) runs.Add(await StartOnceAsync(app, space, binary));

        var seconds = runs.Select(r => r.Seconds).Order().ToList();
        var memory = runs.Select(r => r.Peak).Order().ToList();
        output.WriteLine($"{(binary is null ? "Release build" : "published server")}, SQLite, {Runs} starts: {string.Join(' ', runs.Select(r => $"{r.Seconds:F2}"))} s");
        output.WriteLine($"start to first page: median {seconds[Runs / 2]:F2} s, slowest {seconds[^1]:F2} s (aim: at most {AimSeconds} s, {(seconds[Runs / 2] <= AimSeconds ? "reached" : "MISSED")})");
        output.WriteLine($"processor time of a start: median {runs.Select(r => r.Processor).Order().ElementAt(Runs / 2):F2} s");
        output.WriteLine($"memory (highest): median {memory[Runs / 2]:F0} MB, most {memory[^1]:F0} MB (aim: at most {AimMegabytes} MB, {(memory[^1] <= AimMegabytes ? "reached" : "MISSED")})");
    }

    private static async Task<(double Seconds, double Processor, double Peak)> StartOnceAsync(TestApp app, TestSpace space, string? binary)
    {
        var start = Stopwatch.GetTimestamp();
        await using var web = WebProcess.Start(app.Settings, new() { Environment = "Production", Binary = binary });
        using var client = new HttpClient { BaseAddress = await web.ListeningAsync() };
        using var answer = await client.GetAsync(new Uri($"{space.Path}/sign-in", UriKind.Relative));
        if (answer.StatusCode is not HttpStatusCode.OK) throw new InvalidOperationException($"The first page was answered with {answer.StatusCode}.\n{web.Output}");

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (seconds, web.ProcessorTime.TotalSeconds, web.Memory().Peak / 1e6);
    }
}
