using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Api;

public enum WriteTurn
{
    /// <summary>Nobody wrote with this key: go on.</summary>
    Write,

    /// <summary>Answered already: say the same again.</summary>
    Repeat,

    /// <summary>The key belongs to another request.</summary>
    Reused,

    /// <summary>The same request is under way.</summary>
    Busy,
}

/// <param name="Turn">What to do.</param>
/// <param name="Id">Of what the write creates.</param>
/// <param name="Answer">For <see cref="WriteTurn.Repeat"/>.</param>
public sealed record BegunWrite(WriteTurn Turn, Guid Id, GivenAnswer? Answer = null);

/// <summary>
/// Remembers writes by their callers' keys, in contexts of its own: what the write leaves behind in its context doesn't matter here.
/// A write that ended without an answer (a crash) may be tried again after <see cref="Patience"/>, under the same id.
/// </summary>
public sealed class KeepAnswers(SpaceScopes scopes, SpaceInfo space, TimeProvider clock)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>How long a write may be under way.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public Task<BegunWrite> BeginAsync(string caller, string key, string requestHash, CancellationToken ct) => InContextAsync(async db =>
    {
        var now = clock.UtcNow;
        var known = await db.KeptAnswers.FirstOrDefaultAsync(k => k.Caller == caller && k.Key == key, ct);
        if (known is not null && Judge(known, requestHash, now) is { } judged) return judged;

        // Outdated, or left behind by a crash.
        var begun = new KeptAnswer
        {
            Id = known is not null && known.RequestHash == requestHash && now - known.BegunAt < Kept ? known.Id : clock.NewId(),
            Caller = caller, Key = key, RequestHash = requestHash, BegunAt = now,
        };
        return await TakeAsync(db, known, begun, ct) ? new BegunWrite(WriteTurn.Write, begun.Id) : new BegunWrite(WriteTurn.Busy, begun.Id);
    });

    /// <summary>The write succeeded: the same key gets the same answer from now on.</summary>
    public Task KeepAsync(Guid id, GivenAnswer answer, CancellationToken ct) => InContextAsync(async db =>
    {
        var begun = await db.KeptAnswers.SingleAsync(k => k.Id == id, ct);
        begun.Keep(answer);
        await db.SaveChangesAsync(ct);
        return true;
    });

    /// <summary>The write was refused and wrote nothing: the key is free again.</summary>
    public Task ReleaseAsync(Guid id, CancellationToken ct) => InContextAsync(db => db.KeptAnswers.Where(k => k.Id == id).ExecuteDeleteAsync(ct));

    private static BegunWrite? Judge(KeptAnswer known, string requestHash, DateTime now)
    {
        if (now - known.BegunAt >= Kept) return null;
        if (known.RequestHash != requestHash) return new(WriteTurn.Reused, known.Id);
        if (known.Answer is { } answer) return new(WriteTurn.Repeat, known.Id, answer);
        return now - known.BegunAt < Patience ? new(WriteTurn.Busy, known.Id) : null;
    }

    private static async Task<bool> TakeAsync(SpaceDbContext db, KeptAnswer? known, KeptAnswer begun, CancellationToken ct)
    {
        try
        {
            if (known is not null)
            {
                // One row, one winner: whoever deletes it may put its own in its place.
                db.ChangeTracker.Clear();
                if (await db.KeptAnswers.Where(k => k.Id == known.Id && k.BegunAt == known.BegunAt).ExecuteDeleteAsync(ct) == 0) return false;
            }

            db.KeptAnswers.Add(begun);
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.KeptAnswers.AnyAsync(k => k.Caller == begun.Caller && k.Key == begun.Key, ct)) return false;
            throw;
        }
    }

    private Task<T> InContextAsync<T>(Func<SpaceDbContext, Task<T>> work) => scopes.RunAsync(space, services => work(services.GetRequiredService<SpaceDbContext>()));
}

/// <summary>Removes answers nobody can ask for any more.</summary>
public sealed class ForgetKeptAnswers(SpaceDbContext db, TimeProvider clock)
{
    public Task HandleAsync(CancellationToken ct)
    {
        var outdated = clock.UtcNow - KeepAnswers.Kept;
        return db.KeptAnswers.Where(k => k.BegunAt < outdated).ExecuteDeleteAsync(ct);
    }
}
