namespace DgccAssess.Core.Features.SignIn.Sessions;

/// <summary>What is known of a sign-in while it lasts.</summary>
public sealed record SessionState(Guid Id, Guid AccountId, DateTime CreatedAt, DateTime LastSeenAt, bool SecondFactor, DateTime? EndedAt);

/// <summary>How long a sign-in lasts: a function of its record and the time.</summary>
public static class SessionRules
{
    public static readonly TimeSpan AbsoluteTimeout = TimeSpan.FromHours(12);

    /// <summary>How old a proof may be before a weighty step asks for another.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>How long another server may go on with a session ended here; on this one it stops at once.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    public static bool IsAlive(SessionState session, DateTime now, int idleMinutes) =>
        session.EndedAt is null && now - session.CreatedAt < AbsoluteTimeout && now - session.LastSeenAt < TimeSpan.FromMinutes(idleMinutes);

    public static bool IsFresh(DateTime confirmedAt, DateTime now) => now - confirmedAt < Fresh;
}
