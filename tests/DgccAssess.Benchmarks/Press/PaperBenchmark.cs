using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DgccAssess.Core.Press;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DgccAssess.Benchmarks.Press;

/// <summary>Time of a certificate and of a national report of 615 agencies, and the same content by the tools one would take otherwise.</summary>
internal static class PaperBenchmark
{
    private const int Agencies = 615;
    private const int Warm = 10;

    public static async Task RunAsync(TextWriter output)
    {
        await using var pool = new PressWorkerPool(Options.Create(new PressOptions { Workers = 1, RecycleAfter = 100_000 }), NullLogger<PressWorkerPool>.Instance);
        var certificate = await TimeAsync(pool, "certificate", PaperSamples.Certificate(), runs: 100);
        await output.WriteLineAsync(Line("certificate", certificate, 25));
        var national = await TimeAsync(pool, "national-report", PaperSamples.National(Agencies), runs: 5, warm: 2);
        await output.WriteLineAsync(Line($"national report, {Agencies} agencies", national, 3000));
        await CompareAsync(output, certificate, national);
    }

    private static async Task<(double Wall, double Work)> TimeAsync(PressWorkerPool pool, string kind, object document, int runs, int warm = Warm)
    {
        var request = new PressRequest(kind, JsonSerializer.SerializeToUtf8Bytes(new { kind, variant = "ua1", document }));
        var (wall, work) = (new List<double>(), new List<double>());
        for (var i = 0; i < warm + runs; i++)
        {
            var (before, start) = (WorkOf(pool), Stopwatch.GetTimestamp());
            await pool.RenderAsync(request, CancellationToken.None);
            if (i < warm) continue;
            wall.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            work.Add((WorkOf(pool) - before).TotalMilliseconds);
        }

        wall.Sort();
        work.Sort();
        return (wall[runs / 2], work[runs / 2]);
    }

    /// <summary>The tables of the national report as HTML, given to each tool that is installed.</summary>
    private static async Task CompareAsync(TextWriter output, (double Wall, double Work) certificate, (double Wall, double Work) national)
    {
        var folder = Directory.CreateTempSubdirectory("dgcc-bench");
        foreach (var (name, html, own) in new[] { ("certificate", PaperSamples.CertificateHtml(), certificate.Wall), ("national report", PaperSamples.NationalHtml(Agencies), national.Wall) })
        {
            var page = Path.Combine(folder.FullName, "page.html");
            await File.WriteAllTextAsync(page, html, Encoding.UTF8);
            foreach (var tool in OtherTools.Names)
            {
                if (OtherTools.Find(tool) is not { } file) await output.WriteLineAsync($"  {name}: {tool} is not installed; not compared");
                else
                {
                    var taken = await OtherTools.MeasureAsync(file, tool, page, runs: 3);
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {name}: {tool} {taken:0} ms, its start included; ours {own:0} ms: {taken / own:0.0} times as long"));
                }
            }
        }

        folder.Delete(recursive: true);
    }

    private static TimeSpan WorkOf(PressWorkerPool pool)
    {
        if (pool.WorkerIds.Count == 0) return TimeSpan.Zero;
        using var worker = Process.GetProcessById(pool.WorkerIds.Single());
        return worker.TotalProcessorTime;
    }

    private static string Line(string name, (double Wall, double Work) time, int aim) => string.Create(CultureInfo.InvariantCulture,
        $"{name}: median {time.Wall:0.0} ms (aim: at most {aim} ms, {(time.Wall <= aim ? "reached" : "MISSED")}), worker's processor time {time.Work:0.0} ms");
}
