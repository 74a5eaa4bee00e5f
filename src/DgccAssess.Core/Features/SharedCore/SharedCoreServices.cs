using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.SharedCore;

internal static class SharedCoreServices
{
    public static IServiceCollection AddSharedCore(this IServiceCollection services) => services
        .AddScoped<ReadCoreMapping>()
        .AddScoped<ApproveMapping>()
        .AddScoped<ReadCoreSummary>();
}
