using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Press;

public static class PressServices
{
    /// <summary>The renderer of papers, bound to the section "Press".</summary>
    public static IServiceCollection AddPress(this IServiceCollection services)
    {
        services.AddOptions<PressOptions>().BindConfiguration("Press").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<PressWorkerPool>()
            .AddSingleton<IReportRenderer>(s => s.GetRequiredService<PressWorkerPool>())
            .AddHostedService<PressWarmUp>();
    }
}

internal sealed class PressWarmUp(PressWorkerPool pool, IOptions<PressOptions> options, ILogger<PressWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.WarmUp)
            return;
        try
        {
            await pool.WarmUpAsync(stoppingToken);
        }
        catch (PressException problem)
        {
            // Pages work without paper; the first report will say so too.
            logger.LogError(problem, "The press could not be started");
        }
    }
}
