using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.SelfAssessment;

internal static class SelfAssessmentServices
{
    public static IServiceCollection AddSelfAssessment(this IServiceCollection services) => services
        .AddScoped<FindAssessment>()
        .AddScoped<ListAnswers>()
        .AddScoped<ReadAnswer>()
        .AddScoped<ListRespondents>()
        .AddScoped<FindReceipt>()
        .AddScoped<SaveAnswer>()
        .AddScoped<ReturnAnswer>()
        .AddScoped<AssignAnswers>()
        .AddScoped<AddComment>()
        .AddScoped<SignOffAssessment>()
        .AddScoped<RecallAssessment>();
}
