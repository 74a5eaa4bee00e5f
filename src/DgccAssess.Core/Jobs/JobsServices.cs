using DgccAssess.Core.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Jobs;

public static class JobsServices
{
    private const string EveryMinute = "* * * * *";
    private const string EveryNight = "17 2 * * *";

    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobSignal>()
        .AddSingleton<SpaceJobs>()
        .AddScoped<Outbox>()
        .AddScoped<DueJobs>()
        .AddScoped<RunJob>()
        .AddScoped<RetryJob>()
        .AddScoped<ForgetJobs>()
        .AddRecurringWork<SealAuditEvents>(EveryMinute, (job, ct) => job.HandleAsync(ct), SealAuditEvents.Any)
        .AddRecurringWork<ForgetJobs>(EveryNight, (job, ct) => job.HandleAsync(ct));
}
