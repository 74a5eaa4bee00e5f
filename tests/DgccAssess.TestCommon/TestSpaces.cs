using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

public static class TestSpaces
{
    private static int counter;

    /// <summary>A new, empty tenant.</summary>
    public static Task<TestSpace> CreateSpaceAsync(this TestApp app, params string[] languages) => app.CreateSpaceAsync(id => Settings(id, languages));

    /// <summary>A new, empty tenant with settings of its own.</summary>
    public static async Task<TestSpace> CreateSpaceAsync(this TestApp app, Func<string, SpaceSettings> settings)
    {
        var id = $"t{Interlocked.Increment(ref counter)}";
        var databases = app.Services.GetRequiredService<SpaceDatabases>();
        await app.Databases.PrepareAsync(id, databases.OpenUnguarded, () => app.InHubTurnAsync(() => app.Services.GetRequiredService<ProvisionSpace>().HandleAsync(SpaceDatabases.HubSpace)));
        var space = await app.Services.GetRequiredService<RegisterSpace>().HandleAsync(id, SpaceKind.Tenant, settings(id));
        return new TestSpace(app, space);
    }

    /// <summary>The hub of the application, the same for every test: others work in it at the same time.</summary>
    public static async Task<TestSpace> HubAsync(this TestApp app)
    {
        SpaceInfo? hub = null;
        await app.InHubTurnAsync(async () => hub = await app.Services.GetRequiredService<RegisterSpace>().HandleAsync(SpaceInfo.HubId, SpaceKind.Hub, Settings(SpaceInfo.HubId, [])));
        return new TestSpace(app, hub!);
    }

    /// <summary>Two tests that come first at once may both prepare the hub: one after the other.</summary>
    private static async Task InHubTurnAsync(this TestApp app, Func<Task> work)
    {
        await app.Databases.Hub.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            app.Databases.Hub.Release();
        }
    }

    private static SpaceSettings Settings(string id, string[] languages) => new()
    {
        Names = LocalizedText.Of(("en", $"Testland {id}"), ("id", $"Negeri Uji {id}"), ("ar", $"بلد الاختبار {id}"), ("fr", $"Pays test {id}")),
        Languages = languages.Length > 0 ? languages : ["en", "id", "ar", "fr"],
        TimeZone = "Asia/Jakarta",
        Country = "ID",
        SupportContact = "support@example.org",
        MfaRoles = [],
    };
}
