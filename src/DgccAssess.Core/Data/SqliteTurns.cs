using System.Collections.Concurrent;

namespace DgccAssess.Core.Data;

/// <summary>
/// Writers of one embedded database take turns in the process: SQLite has one writer at a time anyway, and a thread it lets wait sleeps
/// (measured: four times the p99 of an autosave). Writers in other processes still meet at SQLite's own lock.
/// </summary>
internal static class SqliteTurns
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    public static async Task<Turn> TakeAsync(string database, CancellationToken ct)
    {
        var turn = Turns.GetOrAdd(database, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(ct);
        return new Turn(turn);
    }

    internal readonly struct Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
