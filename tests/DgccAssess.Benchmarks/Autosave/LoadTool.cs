using System.Diagnostics;
using System.Net;

namespace DgccAssess.Benchmarks.Autosave;

/// <param name="Requests">Most requests of a run.</param>
/// <param name="Time">Longest run.</param>
internal sealed record LoadLimits(int Requests, TimeSpan Time);

/// <summary>One client that sends its next request when the last one is answered.</summary>
internal delegate Task<HttpStatusCode> SaveOnce(int number, CancellationToken ct);

internal static class LoadTool
{
    /// <summary>All clients at once until a limit is reached. Anything but 200 is a failure of the run.</summary>
    public static async Task<LoadResult> RunAsync(IReadOnlyList<SaveOnce> clients, LoadLimits limits)
    {
        using var stop = new CancellationTokenSource(limits.Time + TimeSpan.FromSeconds(30));
        var (next, start) = (0, Stopwatch.GetTimestamp());
        var latencies = await Task.WhenAll(clients.Select(client => Task.Run(() => SendAsync(client))));
        return new LoadResult(Stopwatch.GetElapsedTime(start), [.. latencies.SelectMany(l => l).Order()]);

        async Task<List<double>> SendAsync(SaveOnce client)
        {
            var milliseconds = new List<double>();
            while (Interlocked.Increment(ref next) is var number && number <= limits.Requests && Stopwatch.GetElapsedTime(start) < limits.Time)
            {
                var sent = Stopwatch.GetTimestamp();
                var status = await client(number, stop.Token);
                milliseconds.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                if (status is not HttpStatusCode.OK) throw new InvalidOperationException($"Save {number} was answered with {status}.");
            }

            return milliseconds;
        }
    }
}

/// <param name="Elapsed">Of the whole run.</param>
/// <param name="Milliseconds">Latency of each request, sorted.</param>
internal sealed record LoadResult(TimeSpan Elapsed, IReadOnlyList<double> Milliseconds)
{
    public double PerSecond => Milliseconds.Count / Elapsed.TotalSeconds;

    public double Percentile(double share) => Milliseconds[Math.Min(Milliseconds.Count - 1, (int)(Milliseconds.Count * share))];

    public static LoadResult Together(IReadOnlyCollection<LoadResult> runs) =>
        new(new TimeSpan(runs.Sum(r => r.Elapsed.Ticks)), [.. runs.SelectMany(r => r.Milliseconds).Order()]);
}
