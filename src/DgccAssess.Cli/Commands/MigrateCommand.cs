using System.CommandLine;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc migrate</c>: brings the hub, then every space, to this version; one that fails does not stop the others.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the databases of the hub and of every space to this version");
        command.SetAction(async (parsed, ct) => await RunAsync(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ct));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, CancellationToken ct)
    {
        await using var host = DgccHost.Open();
        var provision = host.Get<ProvisionSpace>();
        await provision.HandleAsync(SpaceDatabases.HubSpace, ct);
        await output.WriteLineAsync("hub: ready");

        var failed = 0;
        foreach (var space in (await host.Get<IMultiTenantStore>().GetAllAsync(ct)).Where(s => !s.IsHub))
        {
            try
            {
                await provision.HandleAsync(space, ct);
                await output.WriteLineAsync($"{space.Id}: ready");
            }
            catch (Exception problem) when (problem is InvalidOperationException or System.Data.Common.DbException)
            {
                failed++;
                await error.WriteLineAsync($"{space.Id}: {problem.Message.ReplaceLineEndings(" ")}");
            }
        }

        return failed == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
