using System.Collections.Concurrent;
using DgccAssess.Core.Data;

namespace DgccAssess.TestCommon;

/// <summary>One application per provider for a whole test assembly; started when first asked for.</summary>
public sealed class TestApps : IDisposable
{
    private readonly ConcurrentDictionary<DatabaseProvider, Lazy<TestApp>> apps = new();

    public TestApp On(DatabaseProvider provider) => apps.GetOrAdd(provider, p => new Lazy<TestApp>(() => new TestApp(p))).Value;

    public void Dispose()
    {
        foreach (var app in apps.Values.Where(a => a.IsValueCreated)) app.Value.Dispose();
    }
}
