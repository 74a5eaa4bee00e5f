using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DgccAssess.Core.Data;

/// <summary>A context that opens the database of another space throws before it reads a row. Checked once per database and process.</summary>
internal sealed class SpaceGuard(string spaceId) : DbConnectionInterceptor
{
    private readonly ConcurrentDictionary<string, bool> verified = new(StringComparer.Ordinal);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (verified.ContainsKey(connection.ConnectionString)) return;
        using var command = Question(connection);
        Judge(connection, command.ExecuteScalar());
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (verified.ContainsKey(connection.ConnectionString)) return;
        await using var command = Question(connection);
        Judge(connection, await command.ExecuteScalarAsync(cancellationToken));
    }

    private static DbCommand Question(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = "SELECT \"SpaceId\" FROM \"SpaceMarker\"";
        return command;
    }

    private void Judge(DbConnection connection, object? owner)
    {
        if (owner is not string id || id != spaceId)
        {
            throw new InvalidOperationException($"This database belongs to space '{owner ?? "none"}', not to '{spaceId}'.");
        }

        verified[connection.ConnectionString] = true;
    }
}
