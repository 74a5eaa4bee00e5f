using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Door;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary>Makes a tenant what its folder says: looks, plans, and carries the plan out unless it is a rehearsal or refused.</summary>
internal sealed class ApplyTenantFolder(string folder, bool dryRun, TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(IConfiguration? configuration, CancellationToken ct)
    {
        var read = TenantFile.Read(folder);
        Report.Warnings(error, read.Warnings);
        Report.Problems(error, read.Problems);
        if (!read.Succeeded) return ExitCodes.BadInput;

        var tenant = read.Value!;
        var instruments = ApplyTenant.ReadInstruments(folder, tenant);
        Report.Problems(error, instruments.Problems);
        if (!instruments.Succeeded) return ExitCodes.BadInput;

        var awards = ApplyTenant.ReadAwards(folder, tenant, instruments.Value);
        Report.Problems(error, awards.Problems);
        if (!awards.Succeeded) return ExitCodes.BadInput;
        tenant = tenant with { Awards = awards.Value };

        await using var services = CommandServices.Create(configuration);
        try
        {
            if (!dryRun) await BringUpAsync(services, tenant.Space.Id, ct);
            if (await IsMisspeltAsync(services, ct)) return ExitCodes.BadInput;

            var plan = TenantPlan.Compute(await services.GetRequiredService<ReadTenantState>().HandleAsync(tenant.Space.Id, ct), tenant, instruments.Value!);
            if (!dryRun && !plan.IsRefused && !plan.IsEmpty) plan = await CarryOutAsync(services, plan, tenant, instruments.Value!, ct);

            var place = services.GetRequiredService<SpaceDatabases>().PlaceOf(tenant.Space.Id);
            var lines = plan.IsRefused ? [] : dryRun ? PlanText.Intended(plan, place) : PlanText.Done(plan);
            foreach (var line in lines) await output.WriteLineAsync($"{tenant.Space.Id}: {line}");
            foreach (var refusal in PlanText.Refusals(plan)) await error.WriteLineAsync($"{tenant.Space.Id}: {refusal}");
            return plan.IsRefused ? ExitCodes.BadInput : ExitCodes.Ok;
        }
        catch (SpaceUnfitException e)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCodes.Failed;
        }
    }

    /// <summary>The schemas of this version, before anything is compared.</summary>
    private static async Task BringUpAsync(IServiceProvider services, string id, CancellationToken ct)
    {
        await services.GetRequiredService<ProvisionSpace>().HandleAsync(SpaceDatabases.HubSpace, ct);
        if (await services.GetRequiredService<IMultiTenantStore>().GetAsync(id, ct) is { } space
            && (await services.GetRequiredService<SchemaCheck>().OfAsync(space, ct)).State is SchemaState.Older)
        {
            await services.GetRequiredService<ProvisionSpace>().HandleAsync(space, ct);
        }
    }

    private static async Task<TenantPlan> CarryOutAsync(
        IServiceProvider services, TenantPlan plan, TenantDefinition tenant, IReadOnlyList<InstrumentDocument> instruments, CancellationToken ct)
    {
        var done = await services.GetRequiredService<TenantBuilder>().BuildAsync(tenant, instruments, Actor.Program("tenant apply"), ct);
        return done.IsRefused ? done : done with { CreatesDatabase = plan.CreatesDatabase, Registers = plan.Registers, Settings = plan.Settings };
    }

    /// <summary>Settings may wait for a tenant whose folder stands beside this one and is applied later; others are misspelt.</summary>
    private async Task<bool> IsMisspeltAsync(IServiceProvider services, CancellationToken ct)
    {
        var databases = services.GetRequiredService<SpaceDatabases>();
        if (databases.SettingsOfNobody([]) is []) return false;

        var beside = Directory.GetDirectories(Path.Combine(folder, "..")).Where(f => File.Exists(Path.Combine(f, TenantFile.Name))).Select(f => Path.GetFileName(f)!);
        var hubExists = (await services.GetRequiredService<SchemaCheck>().OfAsync(SpaceDatabases.HubSpace, ct)).State is SchemaState.Current;
        var registered = hubExists ? await services.GetRequiredService<IMultiTenantStore>().GetAllAsync(ct) : [];
        var nobody = databases.SettingsOfNobody(registered.Select(s => s.Id).Concat(beside));
        foreach (var id in nobody) await error.WriteLineAsync($"Spaces:{id} is set, but there is no space '{id}' and no folder of that name.");
        return nobody.Count > 0;
    }
}
