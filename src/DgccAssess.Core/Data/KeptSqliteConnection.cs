using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace DgccAssess.Core.Data;

/// <summary>
/// A connection that stays open from its first use until it is disposed, with its settings, its page cache and its last statements prepared.
/// The embedded database has no server that remembers these; the driver forgets statements with each command.
/// </summary>
internal sealed class KeptSqliteConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Statements kept.</summary>
    private const int Kept = 64;

    /// <summary>Characters of a statement; longer ones carry lists of values and hardly come back.</summary>
    private const int Longest = 4000;

    private readonly Dictionary<string, SqliteCommand> idle = new(StringComparer.Ordinal);
    private readonly Dictionary<DbDataReader, SqliteCommand> running = [];
    private bool ending;

    public override void Close()
    {
        if (ending) base.Close();
    }

    /// <summary>Runs what the command asks with a statement that may be prepared already. <see cref="Return"/> the reader when it is read.</summary>
    public SqliteDataReader Execute(SqliteCommand asked)
    {
        if (asked.CommandText.Length > Longest) return asked.ExecuteReader();

        var statement = Take(asked);
        try
        {
            var reader = statement.ExecuteReader();
            running.Add(reader, statement);
            return reader;
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    /// <summary>The same for a command that returns no rows. Returns how many were written.</summary>
    public int ExecuteNonQuery(SqliteCommand asked)
    {
        var reader = Execute(asked);
        Return(reader);
        return reader.RecordsAffected;
    }

    public void Return(DbDataReader reader)
    {
        if (!running.Remove(reader, out var statement)) return;
        reader.Dispose();
        // Its values may be long; nobody asks for them again.
        statement.Parameters.Clear();
        if (idle.Count == Kept) Forget();
        if (!idle.TryAdd(statement.CommandText, statement)) statement.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        ending = true;
        if (disposing) Forget();
        base.Dispose(disposing);
    }

    private SqliteCommand Take(SqliteCommand asked)
    {
        // Taken out while it runs: the same statement may be asked again before its rows are read.
        if (!idle.Remove(asked.CommandText, out var statement)) statement = new SqliteCommand(asked.CommandText, this);
        (statement.Transaction, statement.CommandTimeout) = (asked.Transaction, asked.CommandTimeout);
        foreach (SqliteParameter parameter in asked.Parameters) statement.Parameters.Add(parameter);
        return statement;
    }

    private void Forget()
    {
        foreach (var statement in idle.Values) statement.Dispose();
        idle.Clear();
    }
}
