using DgccAssess.Core.Features.Tenants.Door;
using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Tenants;

internal static class TenantsServices
{
    private const string EveryHour = "7 * * * *";

    public static IServiceCollection AddTenantOperation(this IServiceCollection services)
    {
        services.AddOptions<ExportOptions>().BindConfiguration("Exports").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TenantTemplateOptions>().BindConfiguration("Tenants").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<TenantGauge>().AddSingleton<TenantTrail>().AddSingleton<TenantPacks>().AddSingleton<TenantRemoval>().AddSingleton<TenantBuilder>()
            .AddSingleton<TenantTemplates>()
            .AddScoped<TenantRecords>().AddScoped<ListTenants>().AddScoped<CreateTenant>().AddScoped<SuspendTenant>().AddScoped<ResumeTenant>()
            .AddScoped<RequestExport>().AddScoped<OrderDeletion>().AddScoped<CancelDeletion>().AddScoped<DeleteDueTenants>().AddScoped<FetchExport>()
            .AddJob<TellTenant, TellTenantArgs>()
            .AddJob<ExportTenant, ExportTenantArgs>()
            .AddRecurringWork<DeleteDueTenants>(EveryHour, async (job, ct) => await job.HandleAsync(ct: ct));
    }
}
