using System.CommandLine;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc tenant apply FOLDER</c>: makes a space what its folder says; a second run changes nothing.</summary>
internal static class TenantCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Folder of a space, for example tenants/indonesia or tenants/hub" };
        var apply = new Command("apply", "Creates or updates a space: register, database, roles, instruments, agencies") { folder };
        apply.SetAction(async (parsed, ct) => await ApplyAsync(parsed.GetRequiredValue(folder), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ct));
        return new Command("tenant", "Works on the spaces of this installation") { apply };
    }

    private static Task<int> ApplyAsync(string folder, TextWriter output, TextWriter error, CancellationToken ct) =>
        File.Exists(Path.Combine(folder, HubFile.Name)) ? ApplyHubAsync(folder, output, error, ct) : ApplyTenantAsync(folder, output, error, ct);

    private static async Task<int> ApplyHubAsync(string folder, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var read = HubFile.Read(folder);
        Report.Warnings(error, read.Warnings);
        Report.Problems(error, read.Problems);
        if (!read.Succeeded) return ExitCodes.BadInput;

        await using var host = DgccHost.Open();
        await host.Get<RegisterSpace>().HandleAsync(SpaceInfo.HubId, SpaceKind.Hub, read.Value!.Settings, ct);
        await output.WriteLineAsync("hub: applied");
        return ExitCodes.Ok;
    }

    private static async Task<int> ApplyTenantAsync(string folder, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var read = TenantFile.Read(folder);
        Report.Warnings(error, read.Warnings);
        Report.Problems(error, read.Problems);
        if (!read.Succeeded) return ExitCodes.BadInput;

        var tenant = read.Value!;
        var instruments = ApplyTenant.ReadInstruments(folder, tenant);
        Report.Problems(error, instruments.Problems);
        if (!instruments.Succeeded) return ExitCodes.BadInput;

        await using var host = DgccHost.Open();
        var space = await host.Get<RegisterSpace>().HandleAsync(tenant.Space.Id, SpaceKind.Tenant, tenant.Space.Settings, ct);
        var changes = await host.InSpaceAsync(space, "tenant apply", services => services.GetRequiredService<ApplyTenant>().HandleAsync(tenant, instruments.Value!, ct));
        await output.WriteLineAsync($"{space.Id}: {changes}");
        return ExitCodes.Ok;
    }
}
