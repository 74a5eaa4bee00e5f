using System.Diagnostics;
using DgccAssess.Cli;
using DgccAssess.TestCommon;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace DgccAssess.Benchmarks.Provision;

/// <summary><c>dgcc tenant apply</c> of a shipped folder that is not there yet: database, schema, roles, instrument, agencies, register. SQLite, in this process.</summary>
internal static class ProvisionBenchmark
{
    private const double AimSeconds = 5;
    private static readonly string[] Tenants = ["serbia", "peru", "tunisia", "uzbekistan", "indonesia"];

    public static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("dgcc-provision-").FullName;
        try
        {
            var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Database:ConnectionString"] = $"Data Source={folder}/{{space}}.db",
            }).Build();
            var runs = new List<(string Tenant, double Seconds)> { ("hub, cold", await ApplyAsync("hub", settings)) };
            foreach (var tenant in Tenants) runs.Add((tenant, await ApplyAsync(tenant, settings)));
            runs.Add(("serbia again", await ApplyAsync("serbia", settings)));

            var fresh = runs.Where(r => Tenants.Contains(r.Tenant)).Select(r => r.Seconds).Order().ToList();
            output.WriteLine($"each, in seconds: {string.Join(", ", runs.Select(r => $"{r.Tenant} {r.Seconds:F2}"))}");
            output.WriteLine($"provisioning a tenant, SQLite: median {fresh[fresh.Count / 2]:F2} s, slowest {fresh[^1]:F2} s (aim: at most {AimSeconds} s, {(fresh[^1] <= AimSeconds ? "reached" : "MISSED")})");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> ApplyAsync(string space, IConfiguration settings)
    {
        var (start, problems) = (Stopwatch.GetTimestamp(), new StringWriter());
        var code = await DgccCommandLine.RunAsync(["tenant", "apply", Path.Combine(RepositoryRoot.Find(), "tenants", space)], TextWriter.Null, problems, settings);
        return code == ExitCodes.Ok ? Stopwatch.GetElapsedTime(start).TotalSeconds : throw new InvalidOperationException($"{space}: {problems}");
    }
}
