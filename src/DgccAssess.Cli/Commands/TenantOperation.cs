using System.CommandLine;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants.Door;
using DgccAssess.Core.Features.Tenants.Operation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary>What the hub's pages do for the platform's operator, on the command line: <c>dgcc tenant list|suspend|resume|export|delete|cancel-deletion|delete-due</c>.</summary>
internal static class TenantOperation
{
    public static IEnumerable<Command> Create(IConfiguration? configuration)
    {
        var id = new Argument<string>("ID") { Description = "The tenant, for example serbia" };
        var reason = new Option<string>("--reason") { Required = true, Description = "Why; the tenant's audit trail shows it" };
        var confirm = new Option<string>("--confirm") { Required = true, Description = "The tenant's id once more" };
        var gone = new Option<bool>("--missing-is-gone") { Description = "A database that is not there was deleted by a run that was cut off" };

        yield return Make("list", "State, schema, last activity and bytes of every tenant", configuration, (_, scope, io, ct) => ListAsync(scope, io.Output, ct));
        yield return Make("suspend", "Takes a tenant out of service: its people see a notice", configuration, [id], [reason], (parsed, scope, io, ct) => ActAsync(scope, parsed.GetRequiredValue(id), io, "suspended", (tenant, version) =>
            scope.GetRequiredService<SuspendTenant>().HandleAsync(new(tenant, parsed.GetRequiredValue(reason), version), ct), ct));
        yield return Make("resume", "Puts a suspended tenant back into service", configuration, [id], [], (parsed, scope, io, ct) => ActAsync(scope, parsed.GetRequiredValue(id), io, "in service", (tenant, version) =>
            scope.GetRequiredService<ResumeTenant>().HandleAsync(new(tenant, version), ct), ct));
        yield return Make("export", "Writes a tenant's exit pack and says where", configuration, [id], [], (parsed, scope, io, ct) => ExportAsync(scope, parsed.GetRequiredValue(id), io, ct));
        yield return Make("delete", "Orders the deletion of a suspended, exported tenant; it waits as its settings say", configuration, [id], [confirm], (parsed, scope, io, ct) =>
            ActAsync(scope, parsed.GetRequiredValue(id), io, "deletion ordered", (tenant, version) => scope.GetRequiredService<OrderDeletion>().HandleAsync(new(tenant, parsed.GetRequiredValue(confirm), version), ct), ct));
        yield return Make("cancel-deletion", "Takes the order to delete back; the tenant stays suspended", configuration, [id], [], (parsed, scope, io, ct) =>
            ActAsync(scope, parsed.GetRequiredValue(id), io, "deletion cancelled", (tenant, version) => scope.GetRequiredService<CancelDeletion>().HandleAsync(new(tenant, version), ct), ct));
        yield return Make("delete-due", "Deletes the tenants whose day has come", configuration, [], [gone], async (parsed, scope, io, ct) =>
        {
            var deleted = await scope.GetRequiredService<DeleteDueTenants>().HandleAsync(parsed.GetValue(gone), ct);
            foreach (var tenant in deleted) await io.Output.WriteLineAsync($"{tenant}: deleted");
            if (deleted.Count == 0) await io.Output.WriteLineAsync("nothing is due");
            return ExitCodes.Ok;
        });
    }

    private static Command Make(
        string name, string description, IConfiguration? configuration, Func<ParseResult, IServiceProvider, InvocationConfiguration, CancellationToken, Task<int>> work) =>
        Make(name, description, configuration, [], [], work);

    private static Command Make(
        string name, string description, IConfiguration? configuration, Argument[] arguments, Option[] options,
        Func<ParseResult, IServiceProvider, InvocationConfiguration, CancellationToken, Task<int>> work)
    {
        var command = new Command(name, description);
        foreach (var argument in arguments) command.Arguments.Add(argument);
        foreach (var option in options) command.Options.Add(option);
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = CommandServices.Create(configuration);
            return await services.InSpaceAsync(SpaceDatabases.HubSpace, $"dgcc tenant {name}", scope => work(parsed, scope, parsed.InvocationConfiguration, ct));
        });
        return command;
    }

    private static async Task<int> ListAsync(IServiceProvider scope, TextWriter output, CancellationToken ct)
    {
        foreach (var row in await scope.GetRequiredService<ListTenants>().HandleAsync(ct))
        {
            var figures = row.Figures;
            await output.WriteLineAsync($"{row.Space.Id}: {row.Space.State}, schema {figures?.Schema.State.ToString() ?? "none"} {figures?.SchemaVersion}, last activity {figures?.LastActivityAt:yyyy-MM-dd HH:mm}, {figures?.Bytes ?? 0} bytes".Replace(" ,", ",", StringComparison.Ordinal));
        }

        return ExitCodes.Ok;
    }

    private static async Task<int> ActAsync(IServiceProvider scope, string id, InvocationConfiguration io, string done, Func<string, int?, Task<Result>> act, CancellationToken ct)
    {
        var result = await act(id, await VersionAsync(scope, id, ct));
        if (!result.Succeeded) return await RefuseAsync(id, result, io.Error);
        await io.Output.WriteLineAsync($"{id}: {done}");
        return ExitCodes.Ok;
    }

    private static async Task<int> ExportAsync(IServiceProvider scope, string id, InvocationConfiguration io, CancellationToken ct)
    {
        var asked = await scope.GetRequiredService<RequestExport>().HandleAsync(new(id, await VersionAsync(scope, id, ct)), ct);
        if (!asked.Succeeded) return await RefuseAsync(id, asked, io.Error);

        await scope.GetRequiredService<ExportTenant>().ExecuteAsync(new(asked.Value), ct);
        var export = await scope.GetRequiredService<HubDbContext>().TenantExports.SingleAsync(e => e.Id == asked.Value, ct);
        await io.Output.WriteLineAsync($"{id}: {Path.Combine(scope.GetRequiredService<TenantPacks>().FolderOf(id), export.FileName!)}, {export.Bytes} bytes, sha256 {export.Sha256}{(export.Encrypted ? ", encrypted" : "")}");
        return ExitCodes.Ok;
    }

    // What is on the command line is what is wanted now: it is based on what there is. An unknown tenant has no version, and is refused as unknown.
    private static async Task<int?> VersionAsync(IServiceProvider scope, string id, CancellationToken ct) =>
        await scope.GetRequiredService<HubDbContext>().Spaces.Where(s => s.Id == id).Select(s => (int?)s.Version).FirstOrDefaultAsync(ct) ?? 0;

    private static async Task<int> RefuseAsync(string id, Result result, TextWriter error)
    {
        await error.WriteLineAsync(result.Kind is ResultKind.NotFound ? $"There is no tenant '{id}'." : $"{id}: {string.Join(' ', result.Problems.Select(InWords))}");
        return ExitCodes.BadInput;
    }

    private static string InWords(Problem problem) => problem.Message switch
    {
        OperationMessages.NotActive => "It is not in service.",
        OperationMessages.NotSuspended => "It is not suspended, or its deletion is ordered.",
        OperationMessages.NotExported => "It was not exported since it was suspended: dgcc tenant export.",
        OperationMessages.NotOrdered => "No deletion is ordered.",
        OperationMessages.NotTyped => $"--confirm must say {problem.Arguments[0]}.",
        OperationMessages.ReasonMissing => "A reason is needed.",
        OperationMessages.ReasonTooLong => $"A reason has at most {problem.Arguments[0]} characters.",
        OperationMessages.ExportUnderWay => "An export is under way.",
        var other => other,
    };
}
