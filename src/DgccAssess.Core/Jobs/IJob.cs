using System.Text.Json;
using DgccAssess.Core.Data;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Jobs;

/// <summary>Small, idempotent work in one space: what it is given are values, and running it twice does no more than once.</summary>
public interface IJob<in TArgs>
    where TArgs : notnull
{
    Task ExecuteAsync(TArgs args, CancellationToken ct);
}

/// <summary>A job that has something to say when it is given up. Runs in a scope of its own, before the row is marked.</summary>
public interface IGivesUp<in TArgs>
    where TArgs : notnull
{
    Task GiveUpAsync(TArgs args, string reason, CancellationToken ct);
}

/// <summary>A kind of job: its name in the outbox and how it is run from a row's arguments.</summary>
public sealed record JobKind(string Name, Func<IServiceProvider, string, CancellationToken, Task> RunAsync, Func<IServiceProvider, string, string, CancellationToken, Task> GiveUpAsync);

/// <summary>Work that is done in every space again and again; safe to run at the same time twice.</summary>
/// <param name="Name">For people and the queue.</param>
/// <param name="Cron">When, in UTC.</param>
/// <param name="RunAsync">In a scope of the space.</param>
/// <param name="OnlyIf">Asked first; where the answer is no, the space is left asleep.</param>
public sealed record RecurringWork(string Name, string Cron, Func<IServiceProvider, CancellationToken, Task> RunAsync, GlanceQuestion? OnlyIf);

public static class JobRegistration
{
    public static IServiceCollection AddJob<TJob, TArgs>(this IServiceCollection services)
        where TJob : class, IJob<TArgs>
        where TArgs : notnull =>
        services.AddScoped<TJob>().AddSingleton(new JobKind(
            typeof(TJob).Name,
            (scope, json, ct) => scope.GetRequiredService<TJob>().ExecuteAsync(Read<TArgs>(json), ct),
            (scope, json, reason, ct) => scope.GetRequiredService<TJob>() is IGivesUp<TArgs> job ? job.GiveUpAsync(Read<TArgs>(json), reason, ct) : Task.CompletedTask));

    public static IServiceCollection AddRecurringWork<TJob>(
        this IServiceCollection services, string cron, Func<TJob, CancellationToken, Task> run, GlanceQuestion? onlyIf = null)
        where TJob : notnull =>
        services.AddSingleton(new RecurringWork(typeof(TJob).Name, cron, (scope, ct) => run(scope.GetRequiredService<TJob>(), ct), onlyIf));

    private static TArgs Read<TArgs>(string json) => JsonSerializer.Deserialize<TArgs>(json) ?? throw new InvalidOperationException($"No {typeof(TArgs).FullName} in the row.");
}
