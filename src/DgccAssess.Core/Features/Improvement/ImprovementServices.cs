using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Improvement;

public static class ImprovementServices
{
    public static IServiceCollection AddImprovement(this IServiceCollection services) => services
        .AddScoped<ReadOutlook>()
        .AddScoped<PlanCriteria>()
        .AddScoped<AddAction>()
        .AddScoped<ChangeAction>()
        .AddScoped<ListActions>();
}
