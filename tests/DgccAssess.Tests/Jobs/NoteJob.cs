using System.Collections.Concurrent;
using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Jobs;

/// <summary>What jobs of the tests did, over all hosts of a test.</summary>
internal sealed class Notes
{
    public ConcurrentQueue<string> Written { get; } = new();
    public ConcurrentDictionary<string, int> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>Jobs stop before they note anything, as if the process had died there.</summary>
    public bool Hangs { get; set; }
}

/// <summary>A job of the tests: notes the space and a word, after failing as often as it is told.</summary>
internal sealed class NoteJob(Notes notes, SpaceContext context) : IJob<NoteJob.Args>, IGivesUp<NoteJob.Args>
{
    public sealed record Args(string Word, int Failures = 0);

    public async Task ExecuteAsync(Args args, CancellationToken ct)
    {
        if (notes.Hangs) await Task.Delay(Timeout.Infinite, CancellationToken.None);
        if (notes.Failures.AddOrUpdate(args.Word, 1, (_, n) => n + 1) <= args.Failures) throw new InvalidOperationException("the paper is out");
        notes.Written.Enqueue($"{context.Space.Id} {args.Word}");
    }

    public Task GiveUpAsync(Args args, string reason, CancellationToken ct)
    {
        notes.Written.Enqueue($"{context.Space.Id} gave up {args.Word}");
        return Task.CompletedTask;
    }
}

internal static class NoteJobs
{
    public static TestApp Create(DatabaseProvider provider, Notes notes, bool server = false, TestDatabases? databases = null) => new(
        provider,
        new Dictionary<string, string> { ["Jobs:Server"] = server ? "true" : "false", ["Jobs:PollSeconds"] = "1" },
        services => services.AddSingleton(notes).AddJob<NoteJob, NoteJob.Args>(),
        databases);

    public static Task AskAsync(this TestSpace space, params NoteJob.Args[] words) => space.RunAsync(async services =>
    {
        foreach (var args in words) services.GetRequiredService<Outbox>().Add<NoteJob, NoteJob.Args>(args);
        await services.GetRequiredService<SpaceDbContext>().SaveChangesAsync();
    });
}
