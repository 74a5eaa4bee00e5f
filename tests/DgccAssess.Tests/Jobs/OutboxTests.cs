using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Jobs;

public sealed class OutboxTests
{
    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(5, 480)]
    [InlineData(11, 14400)]
    [InlineData(50, 14400)]
    public void Pause_Doubles_UpToFourHours(int attempts, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), JobRules.Pause(attempts));

    [Theory, Databases]
    public async Task Row_RidesInTheSaveThatAsksForIt(DatabaseProvider provider)
    {
        using var app = NoteJobs.Create(provider, new Notes());
        var space = await app.CreateSpaceAsync();

        await Assert.ThrowsAsync<DbUpdateException>(() => space.RunAsync(async services =>
        {
            var db = services.GetRequiredService<SpaceDbContext>();
            services.GetRequiredService<Outbox>().Add<NoteJob, NoteJob.Args>(new("lost"));
            db.SpaceMarkers.Add(new SpaceMarker { SpaceId = space.Space.Id, CreatedAt = TimeProvider.System.UtcNow });
            await db.SaveChangesAsync();
        }));

        Assert.Empty(await space.ReadAsync(db => db.Outbox.ToListAsync()));
    }

    [Theory, Databases]
    public async Task Work_IsDoneOnceInItsOwnSpace(DatabaseProvider provider)
    {
        var notes = new Notes();
        using var app = NoteJobs.Create(provider, notes);
        var (space, other) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        await space.AskAsync(new NoteJob.Args("one"), new NoteJob.Args("two"));
        await other.AskAsync(new NoteJob.Args("three"));

        Assert.Equal(2, await space.RunDueJobsAsync());
        await space.PassTimeForJobsAsync();
        Assert.Equal(0, await space.RunDueJobsAsync());

        Assert.Equal([$"{space.Space.Id} one", $"{space.Space.Id} two"], notes.Written);
        var rows = await space.ReadAsync(db => db.Outbox.ToListAsync());
        Assert.All(rows, row => Assert.Equal((JobState.Done, 1, "{}", null), (row.State, row.Attempts, row.Arguments, row.Error)));
    }

    [Theory, Databases]
    public async Task Work_HandedOutTwice_IsDoneOnce(DatabaseProvider provider)
    {
        var notes = new Notes();
        using var app = NoteJobs.Create(provider, notes);
        var space = await app.CreateSpaceAsync();
        await space.AskAsync(new NoteJob.Args("once"));
        var row = await space.ReadAsync(db => db.Outbox.Select(r => r.Id).SingleAsync());
        var jobs = app.Services.GetRequiredService<SpaceJobs>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => jobs.RunAsync(space.Space.Id, row, CancellationToken.None))));

        Assert.Equal([$"{space.Space.Id} once"], notes.Written);
    }

    [Theory, Databases]
    public async Task Work_ThatFails_IsTriedLaterAndGivenUpInTheEnd(DatabaseProvider provider)
    {
        var notes = new Notes();
        using var app = NoteJobs.Create(provider, notes);
        var space = await app.CreateSpaceAsync();
        await space.AskAsync(new NoteJob.Args("third time", Failures: 2), new NoteJob.Args("never", Failures: int.MaxValue));

        await space.RunDueJobsAsync();
        var first = await space.ReadAsync(db => db.Outbox.ToListAsync());
        Assert.All(first, row => Assert.Equal((JobState.Waiting, 1, "InvalidOperationException: the paper is out"), (row.State, row.Attempts, row.Error)));
        Assert.All(first, row => Assert.InRange(row.DueAt - TimeProvider.System.UtcNow, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)));
        Assert.Equal(0, await space.RunDueJobsAsync());

        for (var i = 0; i < JobRules.MaxAttempts; i++)
        {
            await space.PassTimeForJobsAsync();
            await space.RunDueJobsAsync();
        }

        Assert.Equal([$"{space.Space.Id} third time", $"{space.Space.Id} gave up never"], notes.Written);
        var given = await space.ReadAsync(db => db.Outbox.SingleAsync(r => r.State == JobState.Failed));
        Assert.Equal((JobRules.MaxAttempts, "InvalidOperationException: the paper is out"), (given.Attempts, given.Error));
    }

    [Theory, Databases]
    public async Task Work_LeftByADeadHost_IsFinishedByTheNext(DatabaseProvider provider)
    {
        using var databases = TestDatabases.Create(provider);
        await databases.CreateHubAsync();
        var notes = new Notes { Hangs = true };
        TestSpace space;
        using (var dying = NoteJobs.Create(provider, notes, databases: databases))
        {
            space = await dying.CreateSpaceAsync();
            await space.AskAsync(new NoteJob.Args("begun"), new NoteJob.Args("handed over"), new NoteJob.Args("not even seen"));
            var taken = await space.RunAsync(services => services.GetRequiredService<DueJobs>().TakeAsync(CancellationToken.None));
            // Begun and never heard of again.
            _ = dying.Services.GetRequiredService<SpaceJobs>().RunAsync(space.Space.Id, taken[0], CancellationToken.None);
            while (await space.ReadAsync(db => db.Outbox.CountAsync(r => r.Attempts == 1)) == 0) await Task.Delay(20);
        }

        notes.Hangs = false;
        using var next = NoteJobs.Create(provider, notes, server: true, databases: databases);
        space = new TestSpace(next, space.Space);
        _ = next.Server;
        await space.PassTimeForJobsAsync();

        await WaitAsync(() => space.ReadAsync(db => db.Outbox.AllAsync(r => r.State == JobState.Done)));
        Assert.Equal(3, notes.Written.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, notes.Written.Count);
    }

    [Theory, Databases]
    public async Task Server_TakesWhatItsOwnProcessAsksForAtOnce(DatabaseProvider provider)
    {
        var notes = new Notes();
        using var app = NoteJobs.Create(provider, notes, server: true);
        var space = await app.CreateSpaceAsync();

        await space.AskAsync(new NoteJob.Args("now"));

        await WaitAsync(() => Task.FromResult(!notes.Written.IsEmpty));
        Assert.Equal([$"{space.Space.Id} now"], notes.Written);
    }

    [Theory, Databases]
    public async Task Space_ThatDoesNotExist_Throws(DatabaseProvider provider)
    {
        using var app = NoteJobs.Create(provider, new Notes());
        _ = app.Server;
        var jobs = app.Services.GetRequiredService<SpaceJobs>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => jobs.RunAsync("atlantis", Guid.Empty, CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => jobs.RunRecurringAsync("atlantis", nameof(SealAuditEvents), CancellationToken.None));
    }

    [Theory, Databases]
    public async Task RecurringJob_SealsAuditEventsOfItsSpace(DatabaseProvider provider)
    {
        using var app = NoteJobs.Create(provider, new Notes());
        var (space, other) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        foreach (var one in new[] { space, other }) await one.RecordAsync(TimeSpan.FromMinutes(-1), "a", "b");

        await app.Services.GetRequiredService<SpaceJobs>().RunRecurringAsync(space.Space.Id, nameof(SealAuditEvents), CancellationToken.None);

        Assert.Equal((2, 0), (await space.ReadAsync(db => db.SealedEvents.CountAsync()), await other.ReadAsync(db => db.SealedEvents.CountAsync())));
    }

    private static async Task WaitAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition()) await Task.Delay(50, patience.Token);
    }
}
