using DgccAssess.TestCommon.Processes;

namespace DgccAssess.Benchmarks.Autosave;

/// <summary>
/// Autosaves a second of the real server as a ratio to the floor (<see cref="FloorServer"/>): the same load tool, the same forms, the same run,
/// by turns, so that what else the machine does falls on both.
/// </summary>
internal static class AutosaveBenchmark
{
    private const double Aim = 0.5;
    private const int Turns = 4;

    /// <summary>As many as the runtime needs to stop compiling: before, a third of the processor goes there.</summary>
    private static readonly LoadLimits WarmUp = new(60000, TimeSpan.FromSeconds(90));
    private static readonly LoadLimits Measured = new(3000, TimeSpan.FromSeconds(6));

    /// <param name="output">Where the figures go.</param>
    /// <param name="binary">A published server; null: the one of the build.</param>
    public static async Task RunAsync(TextWriter output, string? binary)
    {
        await using var scene = await AutosaveScene.OpenAsync(binary);
        await LoadTool.RunAsync(scene.FloorClients, WarmUp);
        await LoadTool.RunAsync(scene.ProductClients, WarmUp);

        output.WriteLine($"{AutosaveScene.Clients} clients, {Turns} turns each of at most {Measured.Requests} saves or {Measured.Time.TotalSeconds} s; SQLite, WAL, synchronous=FULL");
        var (floors, products) = (new List<LoadResult>(), new List<LoadResult>());
        for (var turn = 0; turn < Turns; turn++)
        {
            floors.Add(await ReportAsync("floor  ", scene.Floor, scene.FloorClients));
            products.Add(await ReportAsync("product", scene.Product, scene.ProductClients));
        }

        var (floor, product) = (LoadResult.Together(floors), LoadResult.Together(products));
        var ratio = product.PerSecond / floor.PerSecond;
        output.WriteLine($"floor   {Line(floor)}");
        output.WriteLine($"product {Line(product)}");
        output.WriteLine($"ratio {ratio:F2} (aim: at least {Aim:F2}, {(ratio >= Aim ? "reached" : "MISSED")}); by turn {string.Join(' ', products.Zip(floors, (p, f) => $"{p.PerSecond / f.PerSecond:F2}"))}");

        async Task<LoadResult> ReportAsync(string name, WebProcess server, IReadOnlyList<SaveOnce> clients)
        {
            var before = server.ProcessorTime;
            var result = await LoadTool.RunAsync(clients, Measured);
            var processor = (server.ProcessorTime - before).TotalMilliseconds * 1000 / result.Milliseconds.Count;
            output.WriteLine($"  {name} {Line(result)}, {processor:F0} us of the server's processor time each");
            return result;
        }
    }

    private static string Line(LoadResult result) =>
        $"{result.PerSecond,6:F0} saves/s, p50 {result.Percentile(0.5):F1} ms, p95 {result.Percentile(0.95):F1} ms, p99 {result.Percentile(0.99):F1} ms";
}
