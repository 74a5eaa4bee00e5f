using System.Diagnostics;
using System.Globalization;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using UglyToad.PdfPig;

namespace DgccAssess.Benchmarks.Press;

/// <summary>Time of one agency report with one worker from the database to the bytes, and the worker's memory over 600 of them.</summary>
internal static class PressBenchmark
{
    /// <summary>Milliseconds.</summary>
    private const int Aim = 250;
    private const int Warm = 5;
    private const int Runs = 50;
    private const int Renders = 600;
    private const int Step = 25;

    private static readonly string[] Languages = ["en", "id", "ar", "fr"];

    public static async Task RunAsync(TextWriter output)
    {
        await using var scene = await PublishedScene.OpenAsync();
        await using var pool = new PressWorkerPool(Options.Create(new PressOptions { Workers = 1, RecycleAfter = 100_000 }), NullLogger<PressWorkerPool>.Instance);
        foreach (var language in Languages) await TimeAsync(scene, pool, language, output);
        await MemoryAsync(scene, pool, output);
    }

    private static async Task TimeAsync(PublishedScene scene, PressWorkerPool pool, string language, TextWriter output)
    {
        var (times, work, file) = (new List<double>(), new List<double>(), Array.Empty<byte>());
        for (var i = 0; i < Warm + Runs; i++)
        {
            var before = WorkOf(pool);
            var start = Stopwatch.GetTimestamp();
            file = await pool.RenderAsync(await scene.LoadAsync(language, ReportVariant.Accessible), CancellationToken.None);
            if (i < Warm) continue;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            work.Add((WorkOf(pool) - before).TotalMilliseconds);
        }

        times.Sort();
        work.Sort();
        using var pdf = PdfDocument.Open(file);
        var median = times[Runs / 2];
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"report {language}, {pdf.NumberOfPages} pages, {file.Length / 1024} kB, read from the database and set: median {median:0} ms (aim: at most {Aim} ms, {(median <= Aim ? "reached" : "MISSED")}), p90 {times[Runs * 9 / 10]:0} ms, best {times[0]:0} ms, worker's processor time {work[Runs / 2]:0} ms (medians of {Runs})"));
    }

    // On a machine shared with other work the processor time is the steadier figure.
    private static TimeSpan WorkOf(PressWorkerPool pool)
    {
        if (pool.WorkerIds.Count == 0) return TimeSpan.Zero;
        using var worker = Process.GetProcessById(pool.WorkerIds.Single());
        return worker.TotalProcessorTime;
    }

    private static async Task MemoryAsync(PublishedScene scene, PressWorkerPool pool, TextWriter output)
    {
        await output.WriteLineAsync($"memory of the worker over {Renders} reports (MB after each {Step})");
        for (var i = 1; i <= Renders; i++)
        {
            await pool.RenderAsync(await scene.LoadAsync(Languages[i % Languages.Length], ReportVariant.Archive), CancellationToken.None);
            if (i % Step != 0) continue;
            using var worker = Process.GetProcessById(pool.WorkerIds.Single());
            var megabytes = worker.WorkingSet64 / 1024 / 1024;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{i,4} {megabytes,5} {new string('#', (int)(megabytes / 10))}"));
        }
    }
}
