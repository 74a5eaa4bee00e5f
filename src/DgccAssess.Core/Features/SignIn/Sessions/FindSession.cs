using System.Data.Common;
using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DgccAssess.Core.Features.SignIn.Sessions;

/// <summary>The session of a token, as long as it is alive. Asked on every request.</summary>
public sealed class FindSession(SpaceDbContext db, SpaceContext context, SessionCache cache, TimeProvider clock, ILogger<FindSession> log)
{
    public async ValueTask<SessionState?> HandleAsync(string token, CancellationToken ct)
    {
        var (space, hash) = (context.Space, SessionToken.Hash(token));
        var session = cache.Find(space.Id, hash) ?? await ReadAsync(space.Id, hash, ct);
        if (session is null || !SessionRules.IsAlive(session, clock.UtcNow, space.Settings.IdleMinutes)) return null;
        return clock.UtcNow - session.LastSeenAt < SessionRules.SeenEvery ? session : await SeeAsync(space.Id, hash, session, ct);
    }

    private async Task<SessionState?> ReadAsync(string spaceId, string hash, CancellationToken ct)
    {
        var found = await db.SignInSessions.Where(s => s.TokenHash == hash)
            .Select(s => new SessionState(s.Id, s.AccountId, s.CreatedAt, s.LastSeenAt, s.SecondFactor, s.EndedAt)).FirstOrDefaultAsync(ct);
        if (found is not null) cache.Put(spaceId, hash, found);
        return found;
    }

    private async Task<SessionState> SeeAsync(string spaceId, string hash, SessionState session, CancellationToken ct)
    {
        var now = clock.UtcNow;
        try
        {
            await db.SignInSessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct);
        }
        catch (DbException e)
        {
            // A full disk must not keep people from reading; the next request tries again.
            log.LogWarning(e, "When session {Session} was last seen could not be written.", session.Id);
            return session;
        }

        var seen = session with { LastSeenAt = now };
        cache.Put(spaceId, hash, seen);
        return seen;
    }
}
