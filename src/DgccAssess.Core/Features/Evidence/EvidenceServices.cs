using DgccAssess.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Evidence;

internal static class EvidenceServices
{
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.AddOptions<EvidenceStorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddScoped<IEvidenceStore, FileSystemEvidenceStore>()
            .AddScoped<FindEvidenceTarget>()
            .AddScoped<AddEvidenceFile>()
            .AddScoped<AddEvidenceLink>()
            .AddScoped<RemoveEvidence>()
            .AddScoped<OpenEvidence>()
            .AddScoped<ListEvidence>();
    }
}
