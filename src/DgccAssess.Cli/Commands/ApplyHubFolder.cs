using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.Cooperation.Files;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary>Registers the hub with the settings of its folder, and fills the register of cooperation.</summary>
internal sealed class ApplyHubFolder(string folder, bool dryRun, TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(IConfiguration? configuration, CancellationToken ct)
    {
        var read = HubFile.Read(folder);
        Report.Warnings(error, read.Warnings);
        Report.Problems(error, read.Problems);
        var register = CooperationFile.Read(folder);
        Report.Warnings(error, register.Warnings);
        Report.Problems(error, register.Problems);
        if (!read.Succeeded || !register.Succeeded) return ExitCodes.BadInput;

        await using var services = CommandServices.Create(configuration);
        var hub = read.Value!;
        var schema = (await services.GetRequiredService<SchemaCheck>().OfAsync(SpaceDatabases.HubSpace, ct)).State;
        var missing = schema is SchemaState.Missing;
        if (!dryRun) await services.GetRequiredService<ProvisionSpace>().HandleAsync(SpaceDatabases.HubSpace, ct);

        var registered = missing ? null : await services.GetRequiredService<IMultiTenantStore>().GetAsync(hub.Id, ct);
        var changes = FieldChange.Between(registered?.Settings, hub.Settings);
        var facts = dryRun && schema is not SchemaState.Current ? RegisterPlan.Compute(RegisterState.Nothing, register.Value) : await FactsAsync(services, register.Value, dryRun, ct);
        var words = (dryRun && schema is not SchemaState.Current ? StoredWords.None : await WordsAsync(services, ct)).ChangesTo(hub);
        if (!dryRun)
        {
            await WriteWordsAsync(services, hub, ct);
            await services.GetRequiredService<RegisterSpace>().HandleAsync(hub.Id, SpaceKind.Hub, hub.Settings, ct: ct);
        }

        var place = services.GetRequiredService<SpaceDatabases>().PlaceOf(hub.Id);
        var lines = dryRun
            ? [.. missing ? [$"database to create: {place}"] : Array.Empty<string>(), .. PlanText.Intended(registered is null, changes), .. PlanText.Intended(words), .. PlanText.Intended(facts)]
            : PlanText.Done(registered is null, changes).Concat(PlanText.Done(words)).Concat(PlanText.Done(facts)).ToList();
        foreach (var line in lines.DefaultIfEmpty(PlanText.Nothing)) await output.WriteLineAsync($"{hub.Id}: {line}");
        return ExitCodes.Ok;
    }

    private static Task<StoredWords> WordsAsync(IServiceProvider services, CancellationToken ct) =>
        services.InSpaceAsync(SpaceDatabases.HubSpace, "tenant apply", scope => StoredWords.OfAsync(scope.GetRequiredService<SpaceDbContext>(), ct));

    private static Task<RegisterPlan> FactsAsync(IServiceProvider services, IReadOnlyList<RegisterFact> wanted, bool dryRun, CancellationToken ct) =>
        services.InSpaceAsync(SpaceDatabases.HubSpace, "tenant apply", scope =>
        {
            var apply = scope.GetRequiredService<ApplyRegister>();
            return dryRun ? apply.PlanAsync(wanted, ct) : apply.HandleAsync(wanted, ct);
        });

    private static Task<int> WriteWordsAsync(IServiceProvider services, SpaceDefinition hub, CancellationToken ct) =>
        services.InSpaceAsync(SpaceDatabases.HubSpace, "tenant apply", async scope =>
        {
            var staged = await scope.GetRequiredService<ApplyWords>().StageAsync(hub, ct);
            return staged == 0 ? 0 : await scope.GetRequiredService<SpaceDbContext>().SaveChangesAsync(ct);
        });
}
