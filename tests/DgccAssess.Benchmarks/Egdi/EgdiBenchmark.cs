using System.Diagnostics;
using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Egdi;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;

namespace DgccAssess.Benchmarks.Egdi;

/// <summary>How long a what-if of the EGDI takes: its figures alone, and its whole page from a server in production.</summary>
internal static class EgdiBenchmark
{
    private const double AimMilliseconds = 5;
    private const int Visits = 300;

    /// <param name="output">Where the figures go.</param>
    /// <param name="binary">A published server; null: the one of the build.</param>
    public static async Task RunAsync(TextWriter output, string? binary)
    {
        Scenarios(output);

        await using var app = new TestApp(DatabaseProvider.Sqlite);
        var hub = await app.HubAsync();
        var person = await hub.CreatePersonAsync(Roles.Programme);
        await using var web = WebProcess.Start(app.Settings, new() { Environment = "Production", Binary = binary });
        using var staff = new TestBrowser(await web.ListeningAsync(), hub.Path);
        await staff.SignInAsync(person);
        foreach (var path in new[] { "/egdi/UZB/what-if?edition=2022&osi=%2B0.05", "/egdi/UZB/what-if?edition=2022&osi=%2B0.05&others=moving", "/egdi/UZB", "/egdi" }) await VisitAsync(output, staff, path);
    }

    /// <summary>Scenario, field, ladder and noise for every state of an edition.</summary>
    private static void Scenarios(TextWriter output)
    {
        var (edition, earlier) = (ShippedEgdi.Editions[2], ShippedEgdi.Editions[1]);
        var noise = EgdiNoise.Of(ShippedEgdi.Editions, edition.Year)!;
        List<double> times = [];
        for (var run = -1; run < 10; run++)
        {
            foreach (var country in edition.Countries)
            {
                var start = Stopwatch.GetTimestamp();
                foreach (var others in Enum.GetValues<EgdiOthers>())
                {
                    EgdiWhatIf.Of(edition, country, country.Components.Plus(EgdiComponent.Osi, 0.05m), others, earlier);
                    EgdiSteps.Of(edition, country, EgdiField.Of(edition, country, others, earlier), 0.03m);
                }

                noise.Band(edition, country);
                if (run >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"figures of a what-if, both scenarios with ladder and noise: median {times[times.Count / 2]:F2} ms, p95 {times[times.Count * 95 / 100]:F2} ms of {times.Count:N0}"));
    }

    private static async Task VisitAsync(TextWriter output, TestBrowser browser, string path)
    {
        var times = new double[Visits];
        var address = browser.Absolute(path);
        for (var visit = -50; visit < Visits; visit++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            if (visit >= 0) times[visit] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        var p50 = times[Visits / 2];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{path}: p50 {p50:F1} ms, p95 {times[(Visits * 95 / 100) - 1]:F1} ms of {Visits} visits, signed in, SQLite, the whole page over the loopback{(path.Contains("what-if", StringComparison.Ordinal) ? $" (aim: at most {AimMilliseconds} ms, {(p50 <= AimMilliseconds ? "reached" : "MISSED")})" : "")}"));
    }
}
