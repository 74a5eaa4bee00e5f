using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.DataChecks;

public static class DataChecksServices
{
    public static IServiceCollection AddDataChecks(this IServiceCollection services) => services
        .AddScoped<AddDataCheck>()
        .AddScoped<ChangeDataCheck>()
        .AddScoped<ListDataChecks>();
}
