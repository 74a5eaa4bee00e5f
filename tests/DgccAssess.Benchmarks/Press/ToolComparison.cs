using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DgccAssess.Benchmarks.Press;

/// <summary>
/// Real agency reports of a round, set one after the other by one worker of ours and by the tools one would take otherwise, which get the same texts and tables as HTML (without the charts).
/// Theirs start anew for every report; how long a start takes with an empty page is measured and taken off.
/// </summary>
internal static class ToolComparison
{
    public const int Reports = 12;
    private const int Nation = 615;

    public static async Task RunAsync(IReadOnlyList<ReportDocument> reports, TextWriter output)
    {
        var own = await OwnAsync(reports);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{reports.Count} of the reports one after the other, one worker: {own:F0} ms each"));
        var folder = Directory.CreateTempSubdirectory("dgcc-compare").FullName;
        var pages = new List<string>();
        foreach (var (place, report) in reports.Index())
        {
            pages.Add(Path.Combine(folder, $"{place}.html"));
            await File.WriteAllTextAsync(pages[^1], Html(report), Encoding.UTF8);
        }

        var empty = Path.Combine(folder, "empty.html");
        await File.WriteAllTextAsync(empty, "<!doctype html><meta charset=utf-8><title>-</title>", Encoding.UTF8);
        foreach (var tool in OtherTools.Names)
        {
            if (OtherTools.Find(tool) is not { } file)
            {
                await output.WriteLineAsync($"  {tool} is not installed; not compared");
                continue;
            }

            var (start, times) = (await OtherTools.MeasureAsync(file, tool, empty, runs: 3), new List<double>());
            foreach (var page in pages) times.Add(await OtherTools.MeasureAsync(file, tool, page, runs: 1));
            var each = Math.Max(1, times.Average() - start);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"  {tool}: {each:F0} ms each without its start of {start:F0} ms, {each / own:F1} times as long as ours; {Nation} would take {Nation * each / 1000:F0} s of one process, {Nation * times.Average() / 1000:F0} s started for each"));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double> OwnAsync(IReadOnlyList<ReportDocument> reports)
    {
        await using var pool = new PressWorkerPool(Options.Create(new PressOptions { Workers = 1 }), NullLogger<PressWorkerPool>.Instance);
        foreach (var report in reports.Take(3)) await pool.RenderAsync(new ReportRequest(report, ReportVariant.Accessible).ToPressRequest(), CancellationToken.None);
        var start = Stopwatch.GetTimestamp();
        foreach (var report in reports) await pool.RenderAsync(new ReportRequest(report, ReportVariant.Accessible).ToPressRequest(), CancellationToken.None);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / reports.Count;
    }

    private static string Html(ReportDocument report)
    {
        var html = new StringBuilder("<!doctype html><meta charset=utf-8><style>@page{size:A4;margin:22mm 20mm}body{font:10pt sans-serif}table{border-collapse:collapse;width:100%}td,th{border-bottom:.5pt solid #ccc;padding:2pt 4pt;text-align:start}h1{break-before:page}</style>");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Encode(report.Agency.Name)}</title><h1>{Encode(report.Agency.Name)}</h1><p>{report.Round.Name}<h2>{report.Index.Published} {Encode(report.Predicate.Name)}</h2>");
        Table(["Code", "Area", "Weight", "Self", "Index"], report.Nodes.Select(n => new[] { n.Code, n.Name, $"{n.Weight}", $"{n.Self}", $"{n.Published}" }));
        Table(["Code", "Indicator", "Weight", "Self", "Level"], report.Indicators.Select(i => new[] { i.Code, i.Name, $"{i.Weight}", $"{i.Self}", $"{i.Level} {i.LevelName}" }));
        foreach (var indicator in report.Indicators)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h3>{indicator.Code} {Encode(indicator.Name)}</h3><p>{Encode(indicator.Question ?? "")}<p>{Encode(indicator.Explanation ?? "")}<ul>");
            foreach (var missing in indicator.Next?.Missing ?? []) html.Append(CultureInfo.InvariantCulture, $"<li>{Encode(missing.Text)}");
            html.Append("</ul>");
        }

        var names = report.Indicators.ToDictionary(i => i.Code, i => i.Name, StringComparer.Ordinal);
        html.Append("<h1>Recommendations</h1><ol>").AppendJoin("", report.Recommendations.Select(r => $"<li>{r.Indicator} {Encode(names[r.Indicator])} {r.Gain}"));
        html.Append("</ol><h1>Findings</h1><ul>").AppendJoin("", report.Findings.Select(f => $"<li>{f.Node} {f.Kind} {string.Join(", ", f.Indicators.Select(i => Encode(names.GetValueOrDefault(i, i))))}"));
        return html.ToString();

        void Table(string[] head, IEnumerable<string[]> rows)
        {
            html.Append("<table><thead><tr>").AppendJoin("", head.Select(h => $"<th>{h}")).Append("<tbody>");
            foreach (var row in rows) html.Append("<tr>").AppendJoin("", row.Select(c => $"<td>{Encode(c)}"));
            html.Append("</table>");
        }
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
