using DgccAssess.Core.Features.Countries.Brief;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Countries;

internal static class CountriesServices
{
    public static IServiceCollection AddCountries(this IServiceCollection services) => services
        .AddSingleton<SharedPayloads>()
        .AddScoped<ReceivePublication>()
        .AddScoped<ReadShared>()
        .AddScoped<ReadCoreSlices>()
        .AddScoped<ReadPractices>()
        .AddScoped<Comparison.ReadComparison>()
        .AddScoped<Comparison.ReadPeers>()
        .AddScoped<Comparison.Report.PrintComparison>()
        .AddScoped<NoteAccess>()
        .AddScoped<RegisterPartner>()
        .AddScoped<ChangePartner>()
        .AddScoped<PrintBrief>()
        .AddScoped<ListAccesses>();
}
