using System.CommandLine;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc tenant apply FOLDER</c>: makes a space what its folder says; a second run changes nothing.</summary>
internal static class TenantCommand
{
    public static Command Create(IConfiguration? configuration)
    {
        var folder = new Argument<string>("FOLDER") { Description = "Folder of a space, for example tenants/indonesia or tenants/hub" };
        var apply = new Command("apply", "Creates or updates a space: register, database, roles, instruments, agencies") { folder };
        apply.SetAction(async (parsed, ct) => await ApplyAsync(parsed.GetRequiredValue(folder), configuration, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ct));
        return new Command("tenant", "Works on the spaces of this installation") { apply };
    }

    private static Task<int> ApplyAsync(string folder, IConfiguration? configuration, TextWriter output, TextWriter error, CancellationToken ct) =>
        File.Exists(Path.Combine(folder, HubFile.Name)) ? ApplyHubAsync(folder, configuration, output, error, ct) : ApplyTenantAsync(folder, configuration, output, error, ct);

    private static async Task<int> ApplyHubAsync(string folder, IConfiguration? configuration, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var read = HubFile.Read(folder);
        Report.Warnings(error, read.Warnings);
        Report.Problems(error, read.Problems);
        if (!read.Succeeded) return ExitCodes.BadInput;

        await using var host = CommandServices.Create(configuration);
        var (space, changed) = await RegisterAsync(host, read.Value!, SpaceKind.Hub, ct);
        await output.WriteLineAsync($"{space.Id}: {changed ?? "nothing to change"}");
        return ExitCodes.Ok;
    }

    private static async Task<int> ApplyTenantAsync(string folder, IConfiguration? configuration, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var read = TenantFile.Read(folder);
        Report.Warnings(error, read.Warnings);
        Report.Problems(error, read.Problems);
        if (!read.Succeeded) return ExitCodes.BadInput;

        var tenant = read.Value!;
        var instruments = ApplyTenant.ReadInstruments(folder, tenant);
        Report.Problems(error, instruments.Problems);
        if (!instruments.Succeeded) return ExitCodes.BadInput;

        await using var host = CommandServices.Create(configuration);
        var (space, changed) = await RegisterAsync(host, tenant.Space, SpaceKind.Tenant, ct);
        if (changed is not null) await output.WriteLineAsync($"{space.Id}: {changed}");
        var changes = await host.InSpaceAsync(space, "tenant apply", services => services.GetRequiredService<ApplyTenant>().HandleAsync(tenant, instruments.Value!, ct));
        await output.WriteLineAsync($"{space.Id}: {changes}");
        return ExitCodes.Ok;
    }

    /// <summary>What changed in the register; null where nothing did.</summary>
    private static async Task<(SpaceInfo Space, string? Changed)> RegisterAsync(IServiceProvider services, SpaceDefinition definition, SpaceKind kind, CancellationToken ct)
    {
        await services.GetRequiredService<ProvisionSpace>().HandleAsync(SpaceDatabases.HubSpace, ct);
        var before = await VersionAsync(services, definition.Id, ct);
        var space = await services.GetRequiredService<RegisterSpace>().HandleAsync(definition.Id, kind, definition.Settings, ct);
        var after = await VersionAsync(services, definition.Id, ct);
        return (space, before == after ? null : before is null ? "registered, with a database of its own" : "settings changed");
    }

    private static async Task<int?> VersionAsync(IServiceProvider services, string id, CancellationToken ct)
    {
        await using var hub = services.GetRequiredService<SpaceDatabases>().OpenHub();
        return await hub.Spaces.Where(s => s.Id == id).Select(s => (int?)s.Version).FirstOrDefaultAsync(ct);
    }
}
