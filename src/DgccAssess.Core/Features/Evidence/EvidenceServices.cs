using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Evidence;

internal static class EvidenceServices
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services;
}
