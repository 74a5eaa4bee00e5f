using System.Diagnostics;
using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using DgccAssess.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Benchmarks.Countries;

/// <summary>How long after a government's decision the hub's pages show it: a new version, and that one was withdrawn. From a tenant of the installation, and from an installation of its own over the net.</summary>
internal static class SharingBenchmark
{
    private const int Decisions = 40, Agencies = 200;
    private const string Round = "2026";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(TextWriter output, string? binary)
    {
        var jobs = new Dictionary<string, string> { [JobServer.ServerKey] = "true" };
        await using var korea = new TestApp(DatabaseProvider.Sqlite, jobs);
        var hub = await korea.HubAsync();
        using var here = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));
        Print(output, "a tenant of the hub's installation", await MeasureAsync(await NationAsync(korea), here));

        await using var server = WebProcess.Start(korea.Settings, new() { Binary = binary });
        var address = await server.ListeningAsync();
        await using var home = new TestApp(DatabaseProvider.Sqlite, jobs);
        var nation = await NationAsync(home, space => space.RegisterAtHubAsync(hub, address));
        using var there = new TestBrowser(address, hub.Path);
        await there.SignInAsync(await hub.CreatePersonAsync(Roles.Programme));
        Print(output, "an installation of its own, over HTTP on this machine", await MeasureAsync(nation, there));
    }

    private static async Task<TestSpace> NationAsync(TestApp app, Func<TestSpace, Task>? register = null)
    {
        var space = await app.CreateSpaceAsync();
        if (register is not null) await register(space);
        await space.PublishRoundAsync(Round, [.. Enumerable.Range(0, Agencies).Select(i => new AgencyToPublish($"zz-{i:000}", i % 2 == 0 ? "ministry" : "regency", 1 + (i % 5)) { Region = i % 3 == 0 ? "java" : "bali" })]);
        var published = await space.PublishNationalAsync(Round);
        return published.Succeeded ? space : throw new InvalidOperationException($"Not published: {published.Kind}");
    }

    /// <summary>Every second decision is a revocation: all that was shared is withdrawn, the default level published.</summary>
    /// <returns>Milliseconds from the decision's save to the page that shows it.</returns>
    private static async Task<List<double>> MeasureAsync(TestSpace nation, TestBrowser programme)
    {
        var (times, shown, agreement) = (new List<double>(), 0, 0);
        // What follows from the national result by itself has arrived: the default level.
        while (!await nation.ReadAsync(db => db.SharingPublications.AnyAsync(p => p.DeliveredAt != null))) await Task.Delay(10);
        shown = await ShownAsync(nation, programme);

        for (var decision = 0; decision < Decisions; decision++)
        {
            if (decision % 2 == 0) agreement = await nation.AgreeAsync(Round, decision % 4 == 0 ? SharingLevel.Areas : SharingLevel.Agencies);
            else if (await nation.RevokeAgreementAsync(agreement) is { Succeeded: false } refused) throw new InvalidOperationException($"Not revoked: {refused.Kind}");
            var start = Stopwatch.GetTimestamp();
            shown++;
            while (await ShownAsync(nation, programme) != shown)
            {
                if (Stopwatch.GetElapsedTime(start) > Limit) throw new TimeoutException($"Version {shown} was not shown within {Limit.TotalSeconds} s.");
                await Task.Delay(10);
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    /// <summary>The version in force as the country's page has it.</summary>
    private static async Task<int> ShownAsync(TestSpace nation, TestBrowser programme)
    {
        var page = await programme.GetAsync($"/countries/{nation.Space.Id}");
        var number = page.Document.QuerySelector("#history tbody tr td a")?.FirstChild?.TextContent;
        return int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }

    private static void Print(TextWriter output, string from, List<double> times) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"from the saved decision of {from} ({Agencies} agencies) to the hub's page: p50 {times[Decisions / 2]:F0} ms, p95 {times[(Decisions * 95 / 100) - 1]:F0} ms, most {times[^1]:F0} ms of {Decisions} decisions, every second a revocation"));
}
