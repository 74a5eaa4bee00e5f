using System.CommandLine;
using DgccAssess.Core.Features.Tenants.Files;
using Microsoft.Extensions.Configuration;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc tenant apply FOLDER</c>: makes a space what its folder says; a second run changes nothing.</summary>
internal static class TenantCommand
{
    public static Command Create(IConfiguration? configuration)
    {
        var folder = new Argument<string>("FOLDER") { Description = "Folder of a space, for example tenants/indonesia or tenants/hub" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would change, and changes nothing" };
        var apply = new Command("apply", "Creates or updates a space: register, database, roles, instruments, agencies") { folder, dryRun };
        apply.SetAction((parsed, ct) =>
        {
            var (path, console) = (parsed.GetRequiredValue(folder), parsed.InvocationConfiguration);
            return File.Exists(Path.Combine(path, HubFile.Name))
                ? new ApplyHubFolder(path, parsed.GetValue(dryRun), console.Output, console.Error).RunAsync(configuration, ct)
                : new ApplyTenantFolder(path, parsed.GetValue(dryRun), console.Output, console.Error).RunAsync(configuration, ct);
        });
        var tenant = new Command("tenant", "Works on the spaces of this installation") { apply };
        foreach (var command in TenantOperation.Create(configuration)) tenant.Subcommands.Add(command);
        return tenant;
    }
}
