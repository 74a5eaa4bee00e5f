using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DgccAssess.Core.Press;

namespace DgccAssess.Tests.Press;

public sealed class PressWorkerPoolTests
{
    private const string Echo = """
        let held = Buffer.alloc(0);
        process.stdin.on('data', (chunk) => {
          held = Buffer.concat([held, chunk]);
          while (held.length >= 4 && held.length >= 4 + held.readUInt32BE(0)) {
            const asked = held.toString('utf8', 4, 4 + held.readUInt32BE(0));
            held = held.subarray(4 + held.readUInt32BE(0));
            const answer = Buffer.from(asked.includes('environment') ? JSON.stringify(Object.keys(process.env)) : String(process.pid));
            const head = Buffer.alloc(5);
            head.writeUInt32BE(answer.length + 1);
            setTimeout(() => process.stdout.write(Buffer.concat([head, answer])), 50);
          }
        });
        """;

    private static readonly PressRequest Anything = new("test", "{}"u8.ToArray());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pool_OneRequestAfterAnother_KeepsOneWorkerAlive()
    {
        using var folder = new FakePress(Echo);
        await using var pool = Pools.Create(folder.Options with { Workers = 4 });

        Assert.Equal(await WhoAsync(pool), await WhoAsync(pool));
    }

    [Fact]
    public async Task Pool_ManyRequestsAtOnce_UsesNoMoreWorkersThanItMay()
    {
        using var folder = new FakePress(Echo);
        await using var pool = Pools.Create(folder.Options with { Workers = 2 });

        var workers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => WhoAsync(pool)));

        Assert.Equal(2, workers.Distinct().Count());
    }

    [Fact]
    public async Task Pool_AfterSoManyReports_StartsAFreshWorker()
    {
        using var folder = new FakePress(Echo);
        await using var pool = Pools.Create(folder.Options with { RecycleAfter = 2 });

        var workers = new List<int>();
        for (var i = 0; i < 5; i++)
            workers.Add(await WhoAsync(pool));

        Assert.Equal(workers[0], workers[1]);
        Assert.Equal(workers[2], workers[3]);
        Assert.Equal(3, workers.Distinct().Count());
    }

    [Fact]
    public async Task Pool_Disposed_LeavesNoProcessBehind()
    {
        using var folder = new FakePress(Echo);
        var pool = Pools.Create(folder.Options);
        using var worker = Process.GetProcessById(await WhoAsync(pool));

        await pool.DisposeAsync();

        Assert.True(worker.HasExited);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.RenderAsync(Anything, Stop));
    }

    [Fact]
    public async Task Worker_IsStartedWithoutOurSecrets()
    {
        Environment.SetEnvironmentVariable("Database__PressTest", "Password=secret");
        using var folder = new FakePress(Echo);
        await using var pool = Pools.Create(folder.Options);

        var names = JsonSerializer.Deserialize<string[]>(await pool.RenderAsync(new PressRequest("test", "\"environment\""u8.ToArray()), Stop))!;

        Assert.Contains("PATH", names);
        Assert.DoesNotContain("Database__PressTest", names);
    }

    private static async Task<int> WhoAsync(PressWorkerPool pool) =>
        int.Parse(Encoding.UTF8.GetString(await pool.RenderAsync(Anything, Stop)), System.Globalization.CultureInfo.InvariantCulture);
}
