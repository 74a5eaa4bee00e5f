using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace DgccAssess.Web.Infrastructure;

/// <summary>Before the server listens: the hub's database is there and fits this program. Else one line that says what to do.</summary>
public static class StartCheck
{
    public const string EnabledKey = "Database:CheckAtStart";

    private const int Refused = 1;

    /// <summary>Runs the application to its end.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunCheckedAsync(this WebApplication app)
    {
        // Taken before it runs: a host that ends is disposed, and its services with it.
        var (enabled, stopping) = (IsEnabled(app), app.Lifetime.ApplicationStopping);
        try
        {
            if (enabled && await RefusalAsync(app) is { } refusal) return await RefuseAsync(refusal);
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException e) when (enabled)
        {
            return await RefuseAsync(string.Join(' ', e.Failures));
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return await RefuseAsync($"{e.Message} Another program listens there: choose another address with --urls");
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to end while it was still starting: that is an orderly end.
            return 0;
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    /// <summary>What an operator reads; null when all is well.</summary>
    public static string? Refusal(SchemaVerdict verdict) => verdict.State switch
    {
        SchemaState.Current => null,
        SchemaState.Missing => "The hub's database does not exist yet; run: dgcc migrate",
        SchemaState.Older => $"The hub's database is older than this program (it lacks {verdict.Detail}); run: dgcc migrate",
        SchemaState.Newer => $"The hub's database is newer than this program (it has {verdict.Detail}); start the version of the program that migrated it",
        _ => $"The hub's database can't be reached ({verdict.Detail}); check Database:Provider and Database:ConnectionString",
    };

    private static bool IsEnabled(WebApplication app) => app.Configuration.GetValue(EnabledKey, defaultValue: true);

    private static async Task<string?> RefusalAsync(WebApplication app)
    {
        if (Refusal(await app.Services.GetRequiredService<SchemaCheck>().OfAsync(SpaceDatabases.HubSpace)) is { } refusal) return refusal;

        var databases = app.Services.GetRequiredService<SpaceDatabases>();
        await using (var hub = databases.OpenUnguarded(SpaceDatabases.HubSpace))
        {
            if (await NameOrder.WarningAsync(hub, databases.PlaceOf(SpaceInfo.HubId).Provider) is { } warning) app.Logger.LogWarning("{Warning}", warning);
        }

        var spaces = await app.Services.GetRequiredService<IMultiTenantStore>().GetAllAsync();
        return app.Services.GetRequiredService<SpaceDatabases>().SettingsOfNobody(spaces.Select(s => s.Id)) is [var id, ..]
            ? $"Spaces:{id} is set, but there is no space '{id}'; correct the name, or apply its folder first: dgcc tenant apply"
            : null;
    }

    private static async Task<int> RefuseAsync(string refusal)
    {
        await Console.Error.WriteLineAsync(refusal);
        return Refused;
    }
}
