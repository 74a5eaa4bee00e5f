using System.CommandLine;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc verify SPACE</c>: computes every stored result again and names what does not hold.</summary>
internal static class VerifyCommand
{
    public static Command Create(IConfiguration? configuration)
    {
        var space = new Argument<string>("SPACE") { Description = "A tenant, for example indonesia" };
        var command = new Command("verify", "Computes every snapshot of a space again and checks its hashes") { space };
        command.SetAction((parsed, ct) =>
            RunAsync(parsed.GetRequiredValue(space), configuration, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ct));
        return command;
    }

    private static async Task<int> RunAsync(string name, IConfiguration? configuration, TextWriter output, TextWriter error, CancellationToken ct)
    {
        await using var host = DgccHost.Open(configuration);
        if (await host.Get<IMultiTenantStore>().GetAsync(name, ct) is not { IsHub: false } space)
        {
            await error.WriteLineAsync($"There is no tenant '{name}'.");
            return ExitCodes.BadInput;
        }

        var verification = await host.InSpaceAsync(space, "verify", services => services.GetRequiredService<VerifySnapshots>().HandleAsync(ct));
        foreach (var difference in verification.Differences)
        {
            await output.WriteLineAsync($"{difference.Snapshot}: {difference.Problem}");
        }

        await output.WriteLineAsync($"{verification.Snapshots} snapshots, {verification.Differences.Count} differences");
        return verification.Differences.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
