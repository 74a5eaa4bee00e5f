using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary>Registers the hub with the settings of its folder.</summary>
internal sealed class ApplyHubFolder(string folder, bool dryRun, TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(IConfiguration? configuration, CancellationToken ct)
    {
        var read = HubFile.Read(folder);
        Report.Warnings(error, read.Warnings);
        Report.Problems(error, read.Problems);
        if (!read.Succeeded) return ExitCodes.BadInput;

        await using var services = CommandServices.Create(configuration);
        var hub = read.Value!;
        var missing = (await services.GetRequiredService<SchemaCheck>().OfAsync(SpaceDatabases.HubSpace, ct)).State is SchemaState.Missing;
        if (!dryRun) await services.GetRequiredService<ProvisionSpace>().HandleAsync(SpaceDatabases.HubSpace, ct);

        var registered = missing ? null : await services.GetRequiredService<IMultiTenantStore>().GetAsync(hub.Id, ct);
        var changes = FieldChange.Between(registered?.Settings, hub.Settings);
        if (!dryRun) await services.GetRequiredService<RegisterSpace>().HandleAsync(hub.Id, SpaceKind.Hub, hub.Settings, ct);

        var place = services.GetRequiredService<SpaceDatabases>().PlaceOf(hub.Id);
        var lines = dryRun
            ? [.. missing ? [$"database to create: {place}"] : Array.Empty<string>(), .. PlanText.Intended(registered is null, changes)]
            : PlanText.Done(registered is null, changes).ToList();
        foreach (var line in lines.DefaultIfEmpty(PlanText.Nothing)) await output.WriteLineAsync($"{hub.Id}: {line}");
        return ExitCodes.Ok;
    }
}
