using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Review;

internal static class ReviewServices
{
    public static IServiceCollection AddReview(this IServiceCollection services) => services.AddScoped<SaveVerdict>().AddScoped<CompleteReview>();
}
