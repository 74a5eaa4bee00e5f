using DgccAssess.Core.Jobs;
using DgccAssess.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Printing;

internal static class PrintingServices
{
    private const string EveryNight = "41 2 * * *";

    public static IServiceCollection AddPrinting(this IServiceCollection services) => services
        .AddScoped<PrintedFiles>()
        .AddScoped<OrderPapers>()
        .AddScoped<ResumePapers>()
        .AddScoped<FetchPapers>()
        .AddScoped<ExpirePapers>()
        .AddJob<PrintPapers, PrintPapersArgs>()
        .AddRecurringWork<ExpirePapers>(EveryNight, (job, ct) => job.HandleAsync(ct));
}
