using System.CommandLine;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc migrate</c>: brings the hub's database and each tenant's to this version; one that fails does not stop the others.</summary>
internal static class MigrateCommand
{
    public static Command Create(IConfiguration? configuration)
    {
        var command = new Command("migrate", "Brings the database of every space to this version");
        command.SetAction((parsed, ct) => RunAsync(configuration, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ct));
        return command;
    }

    private static async Task<int> RunAsync(IConfiguration? configuration, TextWriter output, TextWriter error, CancellationToken ct)
    {
        await using var services = CommandServices.Create(configuration);

        // Without the hub nobody knows which spaces there are.
        if (!await MigrateAsync(services, SpaceDatabases.HubSpace, output, error, ct)) return ExitCodes.Failed;

        var (failed, spaces) = (0, await services.GetRequiredService<IMultiTenantStore>().GetAllAsync(ct));
        foreach (var id in services.GetRequiredService<SpaceDatabases>().SettingsOfNobody(spaces.Select(s => s.Id)))
        {
            await error.WriteLineAsync($"warning: Spaces:{id} is set, but no space '{id}' is registered yet.");
        }

        foreach (var space in spaces)
        {
            if (!space.IsHub && !await MigrateAsync(services, space, output, error, ct)) failed++;
        }

        if (failed > 0) await error.WriteLineAsync($"{failed} of the spaces could not be migrated; the others are done.");
        return failed == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static async Task<bool> MigrateAsync(IServiceProvider services, SpaceInfo space, TextWriter output, TextWriter error, CancellationToken ct)
    {
        try
        {
            // A registered space had a database: another one made in its place would hide the mistake.
            if (!space.IsHub && (await services.GetRequiredService<SchemaCheck>().OfAsync(space, ct)).State is SchemaState.Missing)
            {
                throw SpaceUnfitException.Missing(space.Id, services.GetRequiredService<SpaceDatabases>().PlaceOf(space.Id));
            }

            int pending;
            await using (var db = services.GetRequiredService<SpaceDatabases>().OpenUnguarded(space))
            {
                pending = (await db.Database.GetPendingMigrationsAsync(ct)).Count();
            }

            await services.GetRequiredService<ProvisionSpace>().HandleAsync(space, ct);
            await using (var db = services.GetRequiredService<SpaceDatabases>().OpenUnguarded(space))
            {
                var provider = services.GetRequiredService<SpaceDatabases>().PlaceOf(space.Id).Provider;
                if (await NameOrder.WarningAsync(db, provider, ct) is { } warning) await error.WriteLineAsync($"warning: {warning}");
            }

            await output.WriteLineAsync(pending == 0 ? $"{space.Id}: up to date" : $"{space.Id}: {pending} migrations applied");
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever is wrong with one government's database, the others' are brought up.
            await error.WriteLineAsync(e is SpaceUnfitException ? e.Message : $"{space.Id}: {e.Message.ReplaceLineEndings(" ")}");
            return false;
        }
    }
}
