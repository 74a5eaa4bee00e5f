using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;

namespace DgccAssess.Benchmarks.Tenants;

/// <summary>What a tenant costs in memory that was used and then left alone: one server over 5 and over 100 of them, jobs and all.</summary>
internal static class IdleBenchmark
{
    private const int Few = 5, Many = 100;

    /// <summary>So long nobody asks for anything; the jobs look into every outbox some times meanwhile, and what is left over is given back.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    /// <param name="output">Where the figures go.</param>
    /// <param name="binary">A published server; null: the one of the build.</param>
    public static async Task RunAsync(TextWriter output, string? binary)
    {
        var (few, many) = (await MeasureAsync(Few, binary), await MeasureAsync(Many, binary));
        output.WriteLine($"resident memory, idle: {Few} tenants {few:F0} MB, {Many} tenants {many:F0} MB");
        output.WriteLine($"an idle tenant: {(many - few) / (Many - Few) * 1000:F0} kB (aim: nearly flat)");
    }

    private static async Task<double> MeasureAsync(int tenants, string? binary)
    {
        await using var app = new TestApp(DatabaseProvider.Sqlite);
        var spaces = new List<TestSpace>();
        for (var at = 0; at < tenants; at++) spaces.Add(await app.CreateSpaceAsync());

        var settings = new Dictionary<string, string>(app.Settings) { ["Jobs:Server"] = "true" };
        await using var web = WebProcess.Start(settings, new() { Environment = "Production", Binary = binary });
        using var client = new HttpClient { BaseAddress = await web.ListeningAsync() };
        foreach (var space in spaces)
        {
            using var answer = await client.GetAsync(new Uri($"{space.Path}/sign-in", UriKind.Relative));
            if (answer.StatusCode is not HttpStatusCode.OK) throw new InvalidOperationException($"{space.Path}: {answer.StatusCode}\n{web.Output}");
        }

        await Task.Delay(Idle);
        return web.Memory().Now / 1e6;
    }
}
