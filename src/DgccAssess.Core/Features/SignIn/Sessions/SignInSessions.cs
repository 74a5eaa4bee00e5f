using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SignIn.Sessions;

public sealed record SessionEnded(Guid AccountId, Guid SessionId) : AuditFact($"accounts/{AccountId}");

public sealed record OtherSessionsEnded(Guid AccountId, int Sessions) : AuditFact($"accounts/{AccountId}");

/// <summary>Where a sign-in comes from.</summary>
public sealed record Device(string Agent, string Address);

/// <summary>Opens and ends sign-ins. Ending one that has ended changes nothing.</summary>
public sealed class SignInSessions(SpaceDbContext db, SpaceContext context, SessionCache cache, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Adds the record to the save under way; the token goes into the cookie.</summary>
    public async Task<string> OpenAsync(Account account, bool secondFactor, Device device)
    {
        var (now, token) = (clock.UtcNow, SessionToken.Create());
        var outdated = now.AddDays(-context.Space.Settings.SignInDays);
        await db.SignInSessions.Where(s => s.AccountId == account.Id && s.LastSeenAt < outdated).ExecuteDeleteAsync();
        db.SignInSessions.Add(new SignInSession
        {
            Id = clock.NewId(), AccountId = account.Id, TokenHash = SessionToken.Hash(token), CreatedAt = now, LastSeenAt = now, ConfirmedAt = now,
            SecondFactor = secondFactor, Agent = device.Agent, Address = device.Address,
        });
        return token;
    }

    /// <summary>Those that still last, the latest first.</summary>
    public async Task<IReadOnlyList<SignInSession>> ListAsync(Guid accountId, CancellationToken ct)
    {
        var (now, idle) = (clock.UtcNow, context.Space.Settings.IdleMinutes);
        var (seenAfter, createdAfter) = (now.AddMinutes(-idle), now - SessionRules.AbsoluteTimeout);
        return await db.SignInSessions.AsNoTracking()
            .Where(s => s.AccountId == accountId && s.EndedAt == null && s.LastSeenAt > seenAfter && s.CreatedAt > createdAfter)
            .OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.Id).ToListAsync(ct);
    }

    public async Task<Result> EndAsync(Guid accountId, Guid sessionId, CancellationToken ct)
    {
        if (await db.SignInSessions.FirstOrDefaultAsync(s => s.Id == sessionId && s.AccountId == accountId, ct) is not { } session) return Result.NotFound();
        if (session.EndedAt is not null) return Result.Ok;

        End(session);
        audit.Record(new SessionEnded(accountId, sessionId));
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }

    /// <summary>Ends every sign-in of the account but one, or all; also for whoever closes an account or changes what it may do.</summary>
    public async Task EndOthersAsync(Guid accountId, Guid? but, CancellationToken ct)
    {
        var others = await db.SignInSessions.Where(s => s.AccountId == accountId && s.Id != but && s.EndedAt == null).ToListAsync(ct);
        if (others.Count == 0) return;
        foreach (var session in others) End(session);
        audit.Record(new OtherSessionsEnded(accountId, others.Count));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Ends every sign-in of the account in the save that is under way.</summary>
    public Task EndAllAsync(Guid accountId, CancellationToken ct) => EndAllAsync(accountId, but: null, ct);

    /// <summary>Ends every sign-in of the account but one, or all, in the save that is under way.</summary>
    public async Task EndAllAsync(Guid accountId, Guid? but, CancellationToken ct)
    {
        var open = await db.SignInSessions.Where(s => s.AccountId == accountId && s.Id != but && s.EndedAt == null).ToListAsync(ct);
        foreach (var session in open) End(session);
        if (open.Count > 0) audit.Record(new OtherSessionsEnded(accountId, open.Count));
    }

    /// <summary>Who this is was just proved again, or a second factor was set up.</summary>
    public async Task ConfirmAsync(Guid sessionId, bool secondFactor, CancellationToken ct)
    {
        var session = await db.SignInSessions.SingleAsync(s => s.Id == sessionId, ct);
        (session.ConfirmedAt, session.SecondFactor) = (clock.UtcNow, session.SecondFactor || secondFactor);
        await db.SaveChangesAsync(ct);
        cache.Forget(context.Space.Id, session.TokenHash);
    }

    /// <summary>Asked of the database, never of the cache: a proof given at another server counts here at once.</summary>
    public async Task<bool> IsFreshAsync(Guid sessionId, CancellationToken ct)
    {
        var confirmedAt = await db.SignInSessions.Where(s => s.Id == sessionId).Select(s => s.ConfirmedAt).FirstOrDefaultAsync(ct);
        return SessionRules.IsFresh(confirmedAt, clock.UtcNow);
    }

    private void End(SignInSession session)
    {
        session.EndedAt = clock.UtcNow;
        cache.Forget(context.Space.Id, session.TokenHash);
    }
}
