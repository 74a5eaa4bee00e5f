using System.Diagnostics;
using System.Globalization;
using DgccAssess.Benchmarks.Press;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Printing;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Benchmarks.National;

/// <summary>
/// All 615 agency reports of a round as a server prints them: ordered in its database, found and printed by its job, set by its two workers, filed on the disk, each in its row.
/// The server is a process of its own on SQLite. Then a table of all ratings as a workbook, and some of the reports by the tools one would take otherwise.
/// </summary>
internal static class PapersBenchmark
{
    private const int Agencies = 615;
    private const double AimSeconds = 75;
    private const double AimMegabytes = 700;
    private const string Round = "demo-2022";

    /// <param name="output">Where the figures go.</param>
    /// <param name="binary">A published server; null: the one of the build.</param>
    public static async Task RunAsync(TextWriter output, string? binary)
    {
        await using var app = new TestApp(DatabaseProvider.Sqlite);
        var space = await (await app.CreateSpaceAsync()).CreateNationAsync(Agencies, rounds: 2);
        var organizer = await space.CreatePersonAsync(Roles.Organizer);

        var settings = new Dictionary<string, string>(app.Settings) { ["Jobs:Server"] = "true", ["Press:Workers"] = "2" };
        await using (var web = WebProcess.Start(settings, new() { Environment = "Production", Binary = binary }))
        {
            using var browser = new TestBrowser(await web.ListeningAsync(), space.Path);
            await browser.SignInAsync(organizer);
            await PrintAsync(space, web, output);
            await WorkbookBenchmark.RunAsync(browser, web, $"/rounds/{Round}/files/ratings-long?format=xlsx", output);
        }

        await ToolComparison.RunAsync(await ReportsAsync(space), output);
    }

    private static async Task PrintAsync(TestSpace space, WebProcess web, TextWriter output)
    {
        using var watched = new CancellationTokenSource();
        var (start, peak) = (Stopwatch.GetTimestamp(), PeakAsync(web, watched.Token));
        var id = TimeProvider.System.NewId();
        await space.RunAsync(services => services.GetRequiredService<OrderPapers>().HandleAsync(new(id, Round, "id", ReportVariant.Accessible)), Actor.Program("benchmark"));
        while (await space.ReadAsync(db => db.PrintBatches.AnyAsync(b => b.Id == id && b.State == PrintState.Printing))) await Task.Delay(100);

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await watched.CancelAsync();
        var (server, all) = await peak;
        var items = await space.ReadAsync(db => db.PrintItems.Where(i => i.BatchId == id && i.State == PrintItemState.Printed).Select(i => i.Bytes).ToListAsync());
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{items.Count} agency reports, {items.Sum(i => (long)i) / 1e6:F0} MB, two workers, from the order to the last row: {seconds:F1} s, {items.Count / seconds:F1} a second (aim: at most {AimSeconds} s, {(seconds <= AimSeconds ? "reached" : "MISSED")})"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"peak memory of the server and its workers together: {all / 1e6:F0} MB, of the server alone {server / 1e6:F0} MB (aim: at most {AimMegabytes} MB, {(all / 1e6 <= AimMegabytes ? "reached" : "MISSED")})"));
    }

    private static async Task<(long Server, long All)> PeakAsync(WebProcess web, CancellationToken ct)
    {
        var (server, all) = (0L, 0L);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            do
            {
                var own = web.Memory().Now;
                (server, all) = (Math.Max(server, own), Math.Max(all, own + web.MemoryOfChildren()));
            }
            while (await timer.WaitForNextTickAsync(ct));
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }

        return (server, all);
    }

    /// <summary>The reports themselves, some from all over the list.</summary>
    private static Task<List<ReportDocument>> ReportsAsync(TestSpace space) => space.RunAsync(async services =>
    {
        var ids = await services.GetRequiredService<TenantDbContext>().PrintItems.OrderBy(i => i.Position).Select(i => i.SnapshotId).ToListAsync();
        var read = services.GetRequiredService<ReadResult>();
        var reports = new List<ReportDocument>();
        foreach (var place in Enumerable.Range(0, ToolComparison.Reports)) reports.Add(ReportBuilder.Build(await read.OfSnapshotAsync(ids[place * ids.Count / ToolComparison.Reports], CancellationToken.None), space.Space, "id"));
        return reports;
    });
}
