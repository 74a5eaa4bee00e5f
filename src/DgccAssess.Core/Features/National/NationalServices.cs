using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.National;

internal static class NationalServices
{
    public static IServiceCollection AddNational(this IServiceCollection services) => services
        .AddSingleton<NationalCache>()
        .AddScoped<BuildNational>()
        .AddScoped<PublishNational>()
        .AddScoped<ReadNational>()
        .AddScoped<PublicResults>()
        .AddScoped<VerifyNational>();
}
