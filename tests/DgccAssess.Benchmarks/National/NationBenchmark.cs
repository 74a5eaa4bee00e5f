using System.Diagnostics;
using DgccAssess.Cli;
using DgccAssess.TestCommon;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace DgccAssess.Benchmarks.National;

/// <summary><c>dgcc demo national</c> of Indonesia into an empty space: 615 agencies, five rounds. SQLite with its commits on the disk, in this process.</summary>
internal static class NationBenchmark
{
    private const double AimSeconds = 60;

    public static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("dgcc-nation-").FullName;
        try
        {
            var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Database:ConnectionString"] = $"Data Source={folder}/{{space}}.db",
                ["Storage:Root"] = Path.Combine(folder, "evidence"),
            }).Build();
            var tenants = Path.Combine(RepositoryRoot.Find(), "tenants");
            foreach (var space in new[] { "hub", "indonesia" }) await RunAsync(["tenant", "apply", Path.Combine(tenants, space)], TextWriter.Null, settings);

            string[] national = ["demo", "national", "--tenants", tenants, "--tenant", "indonesia"];
            var first = await RunAsync(national, output, settings);
            var again = await RunAsync(national, TextWriter.Null, settings);
            output.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB; again: {again:F1} s");
            output.WriteLine($"a nation of 615 agencies x 5 rounds, SQLite: {first:F1} s (aim: at most {AimSeconds} s, {(first <= AimSeconds ? "reached" : "MISSED")})");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> RunAsync(string[] args, TextWriter output, IConfiguration settings)
    {
        var (start, problems) = (Stopwatch.GetTimestamp(), new StringWriter());
        var code = await DgccCommandLine.RunAsync(args, output, problems, settings);
        return code == ExitCodes.Ok ? Stopwatch.GetElapsedTime(start).TotalSeconds : throw new InvalidOperationException(problems.ToString());
    }
}
