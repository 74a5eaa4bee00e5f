using System.Collections.Concurrent;
using DgccAssess.Core.Data;

namespace DgccAssess.TestCommon;

/// <summary>One application per provider for a whole test assembly; started when first asked for.</summary>
public sealed class TestApps : IDisposable
{
    private readonly ConcurrentDictionary<DatabaseProvider, Lazy<TestApp>> apps = new();

    public TestApp On(DatabaseProvider provider) => apps.GetOrAdd(provider, p => new Lazy<TestApp>(() => Start(p))).Value;

    // Started here, once: two tests that reach for its server at the same instant would start it twice.
    private static TestApp Start(DatabaseProvider provider)
    {
        var app = new TestApp(provider);
        _ = app.Server;
        return app;
    }

    public void Dispose()
    {
        foreach (var app in apps.Values.Where(a => a.IsValueCreated)) app.Value.Dispose();
    }
}
