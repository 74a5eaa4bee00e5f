using DgccAssess.Core.Features.Cooperation.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Cooperation;

public static class CooperationServices
{
    public static IServiceCollection AddCooperation(this IServiceCollection services) => services
        .AddScoped<RegisterWriter>()
        .AddScoped<AddCenter>().AddScoped<ChangeCenter>()
        .AddScoped<AddProject>().AddScoped<ChangeProject>().AddScoped<RemoveProject>()
        .AddScoped<AddBudgetLine>().AddScoped<ChangeBudgetLine>()
        .AddScoped<AddOutput>().AddScoped<ChangeOutput>()
        .AddScoped<AddLinkedIndicator>().AddScoped<ChangeLinkedIndicator>()
        .AddScoped<RemovePart>()
        .AddScoped<AddRoundPlan>().AddScoped<ChangeRoundPlan>().AddScoped<RemoveRoundPlan>()
        .AddScoped<ReadCooperation>().AddScoped<ReadPipeline>()
        .AddScoped<ApplyRegister>();
}
