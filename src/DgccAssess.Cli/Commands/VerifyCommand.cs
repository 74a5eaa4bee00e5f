using System.CommandLine;
using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc verify SPACE</c>: computes every stored result again and names what does not hold. A signed result in a file: <see cref="VerifyBundle"/>.</summary>
internal static class VerifyCommand
{
    public static Command Create(IConfiguration? configuration)
    {
        var space = new Argument<string>("SPACE") { Description = "A tenant, for example indonesia; or a signed result, a file ending in .json" };
        var key = new Option<string?>("--key") { Description = "Of a signed result: file with the public keys the government publishes at /verify/key" };
        var command = new Command("verify", "Computes every snapshot of a space again and checks its hashes; or a signed result from its file alone") { space, key };
        command.SetAction((parsed, ct) =>
        {
            var (name, output, error) = (parsed.GetRequiredValue(space), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? VerifyBundle.RunAsync(name, parsed.GetValue(key), output, error, ct)
                : RunAsync(name, configuration, output, error, ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(string name, IConfiguration? configuration, TextWriter output, TextWriter error, CancellationToken ct)
    {
        await using var services = CommandServices.Create(configuration);
        if (await services.FindTenantAsync(name, ct) is not { } space)
        {
            await error.WriteLineAsync($"There is no tenant '{name}'.");
            return ExitCodes.BadInput;
        }

        var verification = await services.GetRequiredService<SpaceScopes>()
            .RunAsync(space, scope => scope.GetRequiredService<VerifySnapshots>().HandleAsync(ct));
        foreach (var difference in verification.Differences)
        {
            await output.WriteLineAsync($"{difference.Snapshot}: {difference.Problem}");
        }

        await output.WriteLineAsync($"{verification.Snapshots} snapshots, {verification.Differences.Count} differences");
        return verification.Differences.Count + await NationalAsync(services, space, output, ct) == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    /// <returns>How many differences there are.</returns>
    private static async Task<int> NationalAsync(IServiceProvider services, SpaceInfo space, TextWriter output, CancellationToken ct)
    {
        var national = await services.GetRequiredService<SpaceScopes>().RunAsync(space, scope => scope.GetRequiredService<VerifyNational>().HandleAsync(ct));
        foreach (var difference in national.Differences) await output.WriteLineAsync($"{difference.Snapshot}: {difference.Problem}");
        if (national.Snapshots > 0) await output.WriteLineAsync($"{national.Snapshots} national results, {national.Differences.Count} differences");
        return national.Differences.Count;
    }
}
