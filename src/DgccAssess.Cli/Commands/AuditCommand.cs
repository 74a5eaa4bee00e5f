using System.CommandLine;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc audit seal</c> and <c>dgcc audit verify</c>: the chain over the audit events of each space.</summary>
internal static class AuditCommand
{
    private sealed record Asked(string? Space, string? Head);

    public static Command Create(IConfiguration? configuration)
    {
        var space = new Option<string?>("--space") { Description = "One space only, for example indonesia; all of them when left out" };
        var head = new Option<string?>("--head") { Description = "A head noted earlier, which the chain of the space must still contain" };
        var seal = new Command("seal", "Puts new audit events into sealed blocks") { space };
        seal.SetAction((parsed, ct) => RunAsync(new(parsed.GetValue(space), Head: null), configuration, parsed.InvocationConfiguration, SealAsync, ct));
        var verify = new Command("verify", "Seals what is new, computes the chain again and names what was changed, removed or added behind it") { space, head };
        verify.SetAction((parsed, ct) => RunAsync(new(parsed.GetValue(space), parsed.GetValue(head)), configuration, parsed.InvocationConfiguration, VerifyAsync, ct));
        return new Command("audit", "Works on the audit trail") { seal, verify };
    }

    private static async Task<int> RunAsync(
        Asked asked, IConfiguration? configuration, InvocationConfiguration io, Func<IServiceProvider, SpaceInfo, Asked, TextWriter, Task<bool>> work, CancellationToken ct)
    {
        if (asked is { Head: not null, Space: null })
        {
            await io.Error.WriteLineAsync("A head belongs to one space: name it with --space.");
            return ExitCodes.BadInput;
        }

        await using var services = CommandServices.Create(configuration);
        var all = await services.GetRequiredService<IMultiTenantStore>().GetAllAsync(ct);
        // The hub has a trail of its own before its settings are applied.
        var spaces = (all.Any(s => s.IsHub) ? all : [SpaceDatabases.HubSpace, .. all]).Where(s => asked.Space is null || s.Id == asked.Space).ToList();
        if (asked.Space is not null && spaces.Count == 0)
        {
            await io.Error.WriteLineAsync($"There is no space '{asked.Space}'.");
            return ExitCodes.BadInput;
        }

        var failed = false;
        foreach (var space in spaces) failed |= !await services.InSpaceAsync(space, "audit", scope => work(scope, space, asked, io.Output));
        return failed ? ExitCodes.Failed : ExitCodes.Ok;
    }

    private static async Task<bool> SealAsync(IServiceProvider services, SpaceInfo space, Asked asked, TextWriter output)
    {
        var blocks = await services.GetRequiredService<SealAuditEvents>().HandleAsync();
        await output.WriteLineAsync($"{space.Id}: {blocks} blocks sealed");
        return true;
    }

    private static async Task<bool> VerifyAsync(IServiceProvider services, SpaceInfo space, Asked asked, TextWriter output)
    {
        await services.GetRequiredService<SealAuditEvents>().HandleAsync();
        var verified = await services.GetRequiredService<VerifyAudit>().HandleAsync(asked.Head);
        foreach (var finding in verified.Findings) await output.WriteLineAsync($"{space.Id}: {finding}");
        await output.WriteLineAsync(
            $"{space.Id}: {verified.Blocks} blocks, {verified.Events} events, {verified.Unsealed} not sealed yet, {verified.Findings.Count} findings, head {verified.Head}");
        return verified.Findings.Count == 0;
    }
}
