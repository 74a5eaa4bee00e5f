using System.Diagnostics;
using System.Globalization;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using DgccAssess.TestCommon.Press;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DgccAssess.Benchmarks.Press;

/// <summary>Time of one agency report with one worker, and the worker's memory over 600 of them.</summary>
public static class PressBenchmark
{
    private const int Warm = 5;
    private const int Runs = 50;
    private const int Renders = 600;
    private const int Step = 25;

    public static async Task RunAsync(TextWriter output)
    {
        await using var pool = new PressWorkerPool(Options.Create(new PressOptions { RecycleAfter = 100_000 }), NullLogger<PressWorkerPool>.Instance);
        foreach (var locale in (string[])["en", "id", "ar-TN", "fr-TN"])
            await TimeAsync(pool, locale, output);
        await MemoryAsync(pool, output);
    }

    private static async Task TimeAsync(PressWorkerPool pool, string locale, TextWriter output)
    {
        var times = new List<double>();
        var work = new List<double>();
        var bytes = 0;
        var document = SampleReport.Create(locale);
        for (var i = 0; i < Warm + Runs; i++)
        {
            var before = WorkOf(pool);
            var start = Stopwatch.GetTimestamp();
            bytes = (await pool.RenderAsync(new ReportRequest(document, ReportVariant.Accessible).ToPressRequest(), CancellationToken.None)).Length;
            if (i < Warm)
                continue;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            work.Add((WorkOf(pool) - before).TotalMilliseconds);
        }

        times.Sort();
        work.Sort();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"report {locale,-6} 47 indicators, {bytes / 1024,4} kB: median {times[Runs / 2]:0} ms, p90 {times[Runs * 9 / 10]:0} ms, best {times[0]:0} ms, worker's processor time {work[Runs / 2]:0} ms (medians of {Runs})"));
    }

    // On a machine shared with other work the processor time is the steadier figure.
    private static TimeSpan WorkOf(PressWorkerPool pool)
    {
        if (pool.WorkerIds.Count == 0)
            return TimeSpan.Zero;
        using var worker = Process.GetProcessById(pool.WorkerIds.Single());
        return worker.TotalProcessorTime;
    }

    private static async Task MemoryAsync(PressWorkerPool pool, TextWriter output)
    {
        var requests = ((string[])["en", "id", "ar-TN", "fr-TN"]).Select(locale => new ReportRequest(SampleReport.Create(locale), ReportVariant.Archive).ToPressRequest()).ToList();
        await output.WriteLineAsync($"memory of the worker over {Renders} reports (MB after each {Step})");
        for (var i = 1; i <= Renders; i++)
        {
            await pool.RenderAsync(requests[i % requests.Count], CancellationToken.None);
            if (i % Step != 0)
                continue;
            using var worker = Process.GetProcessById(pool.WorkerIds.Single());
            var megabytes = worker.WorkingSet64 / 1024 / 1024;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{i,4} {megabytes,5} {new string('#', (int)(megabytes / 10))}"));
        }
    }
}
