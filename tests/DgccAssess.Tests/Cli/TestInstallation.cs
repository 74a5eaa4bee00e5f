using DgccAssess.Cli;
using DgccAssess.Core;
using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Cli;

/// <summary>An installation of its own, worked on by <c>dgcc</c> alone.</summary>
internal sealed class TestInstallation : IDisposable
{
    private readonly IConfiguration settings;

    public TestInstallation(string environment = "Development", string? password = null, IReadOnlyDictionary<string, string>? more = null)
    {
        Folder = Directory.CreateTempSubdirectory("dgcc-cli-").FullName;
        Settings = new Dictionary<string, string>(more ?? new Dictionary<string, string>())
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["DGCC_PASSWORD"] = password ?? "",
            ["Database:ConnectionString"] = $"Data Source={Folder}/{{space}}.db",
            ["Storage:Root"] = Path.Combine(Folder, "evidence"),
        };
        settings = new ConfigurationBuilder().AddInMemoryCollection(Settings!).Build();
    }

    /// <summary>What a server of the same installation needs.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public string Folder { get; }

    public static string Tenants { get; } = Path.Combine(RepositoryRoot.Find(), "tenants");

    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await DgccCommandLine.RunAsync(args, output, error, settings);
        return (code, output.ToString().Trim(), error.ToString().Trim());
    }

    public Task<(int Code, string Output, string Error)> ApplyAsync(string tenant) => RunAsync("tenant", "apply", Path.Combine(Tenants, tenant));

    /// <summary>Reads from a tenant's database.</summary>
    public async Task<T> ReadAsync<T>(string space, Func<IServiceProvider, Task<T>> read)
    {
        await using var services = new ServiceCollection().AddSingleton(settings).AddLogging().AddDgccCore(settings).BuildServiceProvider();
        var info = await services.GetRequiredService<IMultiTenantStore>().GetAsync(space);
        return await services.GetRequiredService<SpaceScopes>().RunAsync(info!, read);
    }

    public Task<T> ReadAsync<T>(string space, Func<TenantDbContext, Task<T>> read) => ReadAsync(space, (IServiceProvider s) => read(s.GetRequiredService<TenantDbContext>()));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
