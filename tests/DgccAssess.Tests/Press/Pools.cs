using DgccAssess.Core.Press;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DgccAssess.Tests.Press;

internal static class Pools
{
    public static PressWorkerPool Create(PressOptions? options = null) => new(Options.Create(options ?? new PressOptions()), NullLogger<PressWorkerPool>.Instance);
}

/// <summary>One warm pool for tests that only render.</summary>
public sealed class PressFixture : IAsyncLifetime
{
    public PressWorkerPool Press { get; } = Pools.Create(new PressOptions { Timeout = TimeSpan.FromMinutes(2) });

    public async ValueTask InitializeAsync() => await Press.WarmUpAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await Press.DisposeAsync();
}
