using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Egdi;

public static class EgdiServices
{
    public static IServiceCollection AddEgdi(this IServiceCollection services) => services.AddSingleton<EgdiCache>().AddScoped<EgdiShelf>().AddScoped<KeepEgdi>();
}
