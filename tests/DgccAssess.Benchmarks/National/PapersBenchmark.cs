using System.Diagnostics;
using System.Globalization;
using DgccAssess.Cli;
using DgccAssess.Core;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Printing;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Press;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Benchmarks.National;

/// <summary>All 615 agency reports of a round as the job prints them: read, set by two workers, on the disk, each in its row. SQLite, in this process.</summary>
internal static class PapersBenchmark
{
    private const double AimSeconds = 75;
    private const double AimMegabytes = 700;
    private const string Round = "demo-2022";

    public static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("dgcc-papers-").FullName;
        try
        {
            var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Database:ConnectionString"] = $"Data Source={folder}/{{space}}.db",
                ["Storage:Root"] = Path.Combine(folder, "evidence"),
                ["Press:Workers"] = "2",
            }).Build();
            var tenants = Path.Combine(RepositoryRoot.Find(), "tenants");
            foreach (var space in new[] { "hub", "indonesia" }) await RunAsync(["tenant", "apply", Path.Combine(tenants, space)], settings);
            await RunAsync(["demo", "national", "--tenants", tenants, "--tenant", "indonesia", "--rounds", "2"], settings);

            GC.Collect();
            await using var services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddDgccCore(settings).BuildServiceProvider();
            await PrintAsync(services, output);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PrintAsync(ServiceProvider services, TextWriter output)
    {
        var space = (await services.GetRequiredService<IMultiTenantStore>().GetAsync("indonesia"))!;
        var scopes = services.GetRequiredService<SpaceScopes>();
        var id = TimeProvider.System.NewId();
        await scopes.RunAsync(space, scope => As(scope).GetRequiredService<OrderPapers>().HandleAsync(new(id, Round, "id", ReportVariant.Accessible)));

        using var watched = new CancellationTokenSource();
        var (start, peak) = (Stopwatch.GetTimestamp(), PeakAsync((PressWorkerPool)services.GetRequiredService<IReportRenderer>(), watched.Token));
        while (await scopes.RunAsync(space, scope => scope.GetRequiredService<DueJobs>().TakeAsync(CancellationToken.None)) is { Count: > 0 } due)
        {
            foreach (var row in due) await services.GetRequiredService<SpaceJobs>().RunAsync(space.Id, row, CancellationToken.None);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await watched.CancelAsync();
        var (printed, bytes) = await scopes.RunAsync(space, async scope =>
        {
            var items = scope.GetRequiredService<TenantDbContext>().PrintItems.Where(i => i.State == PrintItemState.Printed);
            return (await items.CountAsync(), await items.SumAsync(i => (long)i.Bytes));
        });
        var megabytes = await peak;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{printed} agency reports, {bytes / 1e6:F0} MB, two workers: {seconds:F1} s, {printed / seconds:F1} a second (aim: at most {AimSeconds} s, {(seconds <= AimSeconds ? "reached" : "MISSED")})"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"peak memory of this process and the workers together: {megabytes:F0} MB (aim: at most {AimMegabytes} MB, {(megabytes <= AimMegabytes ? "reached" : "MISSED")})"));
    }

    private static IServiceProvider As(IServiceProvider scope)
    {
        scope.GetRequiredService<ActorContext>().Set(Actor.Program("benchmark"));
        return scope;
    }

    private static async Task<double> PeakAsync(PressWorkerPool pool, CancellationToken ct)
    {
        var peak = 0.0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        try
        {
            do
            {
                using var own = Process.GetCurrentProcess();
                peak = Math.Max(peak, (own.WorkingSet64 + pool.WorkerIds.Sum(MemoryOf)) / 1e6);
            }
            while (await timer.WaitForNextTickAsync(ct));
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }

        return peak;
    }

    private static long MemoryOf(int id)
    {
        try
        {
            using var worker = Process.GetProcessById(id);
            return worker.WorkingSet64;
        }
        catch (ArgumentException)
        {
            // Replaced in between.
            return 0;
        }
    }

    private static async Task RunAsync(string[] args, IConfiguration settings)
    {
        var problems = new StringWriter();
        if (await DgccCommandLine.RunAsync(args, TextWriter.Null, problems, settings) != ExitCodes.Ok) throw new InvalidOperationException(problems.ToString());
    }
}
