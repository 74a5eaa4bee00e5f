using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Rounds;

internal static class RoundsServices
{
    public static IServiceCollection AddRounds(this IServiceCollection services) => services
        .AddScoped<OpenRound>()
        .AddScoped<ChangeDeadline>()
        .AddScoped<EnterAgency>()
        .AddScoped<Whole.BringWholeRound>()
        .AddScoped<AssessorPool>()
        .AddScoped<AssignAssessors>()
        .AddScoped<DocumentVerdicts>()
        .AddScoped<FinalRatings>()
        .AddScoped<MilestoneResult>()
        .AddScoped<Consolidate>()
        .AddScoped<PublishResult>()
        .AddScoped<CorrectResult>();
}
