using System.Diagnostics;
using System.Globalization;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using MiniExcelLibs;

namespace DgccAssess.Benchmarks.National;

/// <summary>All ratings of a round as a workbook, as a browser fetches it: time, rows, and what the server's memory does over several of them.</summary>
internal static class WorkbookBenchmark
{
    private const double AimSeconds = 3;
    private const int Runs = 7;

    public static async Task RunAsync(TestBrowser browser, WebProcess web, string path, TextWriter output)
    {
        var file = Path.GetTempFileName();
        var (times, memory) = (new List<double>(), new List<long>());
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await browser.Client.GetAsync(new Uri(browser.Absolute(path), UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            await using (var target = File.Create(file)) await (await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync()).CopyToAsync(target);
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            memory.Add(web.Memory().Now);
        }

        var rows = MiniExcel.Query(file, useHeaderRow: true, excelType: ExcelType.XLSX).Count();
        var bytes = new FileInfo(file).Length;
        File.Delete(file);
        var median = times.Order().ElementAt(Runs / 2);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"workbook of all ratings, {rows:N0} rows, {bytes / 1e6:F1} MB: median {median:F2} s, first {times[0]:F2} s (aim: at most {AimSeconds} s, {(median <= AimSeconds ? "reached" : "MISSED")}); memory of the server after each: {string.Join(' ', memory.Select(m => (m / 1e6).ToString("F0", CultureInfo.InvariantCulture)))} MB"));
    }
}
