using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace DgccAssess.Core.Data;

/// <summary>
/// Writers of one embedded database take turns in the process: SQLite has one writer at a time anyway, and a thread it lets wait sleeps
/// (measured: four times the p99 of an autosave). Writers in other processes still meet at SQLite's own lock.
/// </summary>
internal static class SqliteTurns
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    /// <summary>A turn to write where the database is an embedded one; servers need none and get an empty one.</summary>
    public static async ValueTask<Turn> TakeAsync(DbConnection connection, CancellationToken ct)
    {
        if (connection is not SqliteConnection) return default;

        var turn = Turns.GetOrAdd(connection.DataSource, _ => new SemaphoreSlim(1, 1));
        // Not cancelled in the queue: a turn comes within milliseconds, and a wait that can end early costs more than the turn.
        await turn.WaitAsync(CancellationToken.None);
        if (!ct.IsCancellationRequested) return new Turn(turn);

        turn.Release();
        throw new OperationCanceledException(ct);
    }

    internal readonly struct Turn(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
