using DgccAssess.Core.Data;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Infrastructure.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace DgccAssess.TestCommon;

/// <summary>The real application over one database provider; every test makes a space of its own in it.</summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> settings;
    private readonly Action<IServiceCollection>? services;
    private readonly bool ownsDatabases;

    /// <param name="provider">Of its databases.</param>
    /// <param name="overrides">Settings of its own.</param>
    /// <param name="services">Further services, for example a job of the test.</param>
    /// <param name="databases">Those of another application that goes on living; null: its own.</param>
    public TestApp(DatabaseProvider provider, IReadOnlyDictionary<string, string>? overrides = null, Action<IServiceCollection>? services = null, TestDatabases? databases = null)
    {
        this.services = services;
        ownsDatabases = databases is null;
        Provider = provider;
        Databases = databases ?? TestDatabases.Create(provider);
        settings = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Database:Provider"] = provider.ToString(),
            ["Database:ConnectionString"] = Databases.ConnectionString,
            ["Storage:Root"] = Path.Combine(Databases.Folder, "evidence"),
            ["Exports:Root"] = Path.Combine(Databases.Folder, "exports"),
            ["Tenants:Folder"] = Path.Combine(RepositoryRoot.Find(), "tenants"),
            ["Mail:PickupFolder"] = Path.Combine(Databases.Folder, "mail"),
            ["Mail:PublicAddress"] = "http://localhost",
            // Tests say when jobs run.
            [JobServer.ServerKey] = "false",
        };
        foreach (var (key, value) in overrides ?? new Dictionary<string, string>()) settings[key] = value;
    }

    public DatabaseProvider Provider { get; }
    public TestDatabases Databases { get; }

    /// <summary>What another process needs to be a server of the same databases and files.</summary>
    public IReadOnlyDictionary<string, string> Settings => settings;

    /// <summary>Folder of files this application may write, for tests that break it.</summary>
    public string Folder => Databases.Folder;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseContentRoot(Path.Combine(RepositoryRoot.Find(), "src", "DgccAssess.Web"));
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        // This application is started first and makes its databases then.
        builder.UseSetting(StartCheck.EnabledKey, "false");
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureTestServices(services =>
        {
            // Real hashing, fewer rounds: a suite signs in thousands of times.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
            services.ConfigureAll<HttpClientFactoryOptions>(o => o.HttpMessageHandlerBuilderActions.Add(b => b.AdditionalHandlers.Add(new LoopBackHandler(this))));
            this.services?.Invoke(services);
        });
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        if (ownsDatabases) Databases.CreateHubAsync().GetAwaiter().GetResult();
        return base.CreateHost(builder);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && ownsDatabases) Databases.Dispose();
    }
}
