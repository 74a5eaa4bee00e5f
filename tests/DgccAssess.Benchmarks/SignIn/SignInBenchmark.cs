using System.Diagnostics;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;

namespace DgccAssess.Benchmarks.SignIn;

/// <summary>From asking for the sign-in page to having the dashboard: three requests of one person, the password hashed as in production. One after the other.</summary>
internal static class SignInBenchmark
{
    // Below the limits of attempts: 120 a minute from one address and 20 in ten minutes for one account, in each space.
    private const int Spaces = 5, People = 8, Rounds = 12;

    /// <param name="output">Where the figures go.</param>
    /// <param name="binary">A published server; null: the one of the build.</param>
    public static async Task RunAsync(TextWriter output, string? binary)
    {
        await using var app = new TestApp(DatabaseProvider.Sqlite);
        var people = new List<(TestSpace Space, Person Person)>();
        for (var at = 0; at < Spaces; at++)
        {
            var space = await app.CreateSpaceAsync();
            for (var number = 0; number < People; number++) people.Add((space, await space.CreatePersonAsync(Roles.Organizer)));
        }

        await using var web = WebProcess.Start(app.Settings, new() { Environment = "Production", Binary = binary });
        var address = await web.ListeningAsync();
        // The first sign-in of an account writes its hash anew, with the rounds of production.
        foreach (var (space, person) in people) await OnceAsync(address, space, person);

        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (space, person) in people) times.Add(await OnceAsync(address, space, person));
        }

        times.Sort();
        output.WriteLine($"sign-in page to dashboard, {times.Count} sign-ins on SQLite: p50 {At(0.5):F1} ms, p99 {At(0.99):F1} ms, most {times[^1]:F1} ms");

        double At(double part) => times[(int)Math.Ceiling(times.Count * part) - 1];
    }

    private static async Task<double> OnceAsync(Uri address, TestSpace space, Person person)
    {
        using var browser = new TestBrowser(address, space.Path);
        var start = Stopwatch.GetTimestamp();
        await browser.SignInAsync(person);
        var page = await browser.GetAsync("/home");
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return page.Document.QuerySelector(".account") is not null ? time : throw new InvalidOperationException($"{person.Email}: {page.Status} {page.Text}");
    }
}
