using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.SelfAssessment;

internal static class SelfAssessmentServices
{
    public static IServiceCollection AddSelfAssessment(this IServiceCollection services) => services.AddScoped<FindAssessment>();
}
