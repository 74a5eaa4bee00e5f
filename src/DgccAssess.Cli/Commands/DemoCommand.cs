using System.CommandLine;
using DgccAssess.Cli.Demo;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc demo</c>: accounts and rounds to walk through, from the demo.json of each tenant's folder. For development only; a second run keeps everything.</summary>
internal static class DemoCommand
{
    public static Command Create(IConfiguration? configuration)
    {
        var folder = new Option<string>("--tenants") { DefaultValueFactory = _ => "tenants", Description = "Folder of the tenants", Recursive = true };
        var command = new Command("demo", "Creates demonstration accounts and rounds; refused in production") { folder, NationalCommand.Create(configuration, folder) };
        command.SetAction((parsed, ct) => RunAsync(configuration, parsed.GetRequiredValue(folder), parsed.InvocationConfiguration, ct));
        return command;
    }

    private static async Task<int> RunAsync(IConfiguration? configuration, string folder, InvocationConfiguration console, CancellationToken ct)
    {
        await using var services = CommandServices.Create(configuration);
        if (await IsRefusedAsync(services, console.Error)) return ExitCodes.BadInput;

        var files = Files(folder, DemoFile.Name);
        if (files.Count == 0)
        {
            await console.Error.WriteLineAsync($"There is no {DemoFile.Name} below '{folder}'.");
            return ExitCodes.BadInput;
        }

        foreach (var file in files)
        {
            var demo = await DemoFile.ReadAsync(file, ct);
            if (await services.GetRequiredService<IMultiTenantStore>().GetAsync(demo.Space, ct) is not { } space)
            {
                await console.Error.WriteLineAsync($"There is no space '{demo.Space}'. Apply its folder first: dgcc tenant apply {Path.GetDirectoryName(file)}");
                return ExitCodes.BadInput;
            }

            await new DemoTenant(services, space, demo, console.Output).CreateAsync(ct);
        }

        await console.Output.WriteLineAsync($"Password of every demonstration account: {DemoFile.Password}");
        return ExitCodes.Ok;
    }

    /// <summary>True, and said: production where nothing says otherwise, as for the web.</summary>
    public static async Task<bool> IsRefusedAsync(IServiceProvider services, TextWriter error)
    {
        var settings = services.GetRequiredService<IConfiguration>();
        var environment = settings["ASPNETCORE_ENVIRONMENT"] ?? settings["DOTNET_ENVIRONMENT"] ?? Environments.Production;
        if (!string.Equals(environment, Environments.Production, StringComparison.OrdinalIgnoreCase)) return false;

        await error.WriteLineAsync(
            "The demonstration has accounts whose password everybody knows: it is refused in production. Set ASPNETCORE_ENVIRONMENT=Development on a machine of your own.");
        return true;
    }

    public static IReadOnlyList<string> Files(string folder, string name) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
}
