namespace DgccAssess.Core.Jobs;

/// <summary>When work is tried again and when it is given up: functions of values.</summary>
public static class JobRules
{
    /// <summary>Over about a day.</summary>
    public const int MaxAttempts = 12;

    /// <summary>Characters of a row's arguments.</summary>
    public const int MaxArguments = 2000;

    /// <summary>Characters kept of what went wrong.</summary>
    public const int MaxError = 500;

    /// <summary>How long one attempt may take; then it is cancelled, and whoever went silent is taken to be gone.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How long a row handed to the queue may wait there before it is handed over again.</summary>
    public static readonly TimeSpan HandOver = TimeSpan.FromMinutes(10);

    /// <summary>Finished work is kept this long, for whoever asks what happened.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>Pause after an attempt that failed: half a minute, then twice as long each time, at most four hours.</summary>
    /// <param name="attempts">Attempts so far, from 1.</param>
    public static TimeSpan Pause(int attempts)
    {
        var pause = First * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        return pause < Longest ? pause : Longest;
    }

    public static bool GivesUp(int attempts) => attempts >= MaxAttempts;
}
