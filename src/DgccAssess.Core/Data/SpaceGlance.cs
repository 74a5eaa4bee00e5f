using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace DgccAssess.Core.Data;

/// <summary>Whether there is a row of some kind: a question small enough to ask of every sleeping space again and again.</summary>
/// <param name="Name">Tells it from the others.</param>
/// <param name="Rows">The rows it is about, at an instant.</param>
public sealed record GlanceQuestion(string Name, Func<SpaceDbContext, DateTime, IQueryable<Guid>> Rows);

/// <summary>
/// Asks a space's database one thing over a plain connection. A context for it, made anew where the space sleeps, left 0.7 MB of rubbish behind at
/// each look into the outbox (src/decisions/0009).
/// </summary>
public sealed class SpaceGlance(SpaceDatabases databases, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(DatabaseProvider, bool IsHub, string Name), Lazy<Prepared>> questions = new();
    private readonly ConcurrentDictionary<(DatabaseProvider, bool IsHub), Lazy<Schema>> schemas = new();

    /// <summary>True too when the database can't be asked: whoever asks in earnest says what is wrong.</summary>
    public async Task<bool> AnyAsync(SpaceInfo space, GlanceQuestion question, CancellationToken ct = default)
    {
        var prepared = questions.GetOrAdd((databases.PlaceOf(space.Id).Provider, space.IsHub, question.Name), _ => new(() => Prepare(space, question))).Value;
        try
        {
            await using var connection = await OpenAsync(space, ct);
            await using var command = connection.CreateCommand();
            command.CommandText = prepared.Sql;
            foreach (var value in prepared.Values) Bind(command, value, clock.UtcNow);
            return await command.ExecuteScalarAsync(ct) is not null;
        }
        catch (DbException)
        {
            return true;
        }
    }

    /// <summary>False too when the database can't be asked.</summary>
    public async Task<bool> HasCurrentSchemaAsync(SpaceInfo space, CancellationToken ct = default)
    {
        var schema = schemas.GetOrAdd((databases.PlaceOf(space.Id).Provider, space.IsHub), _ => new(() => SchemaOf(space))).Value;
        try
        {
            await using var connection = await OpenAsync(space, ct);
            await using var command = connection.CreateCommand();
            command.CommandText = schema.Sql;
            await using var rows = await command.ExecuteReaderAsync(ct);
            List<string> applied = [];
            while (await rows.ReadAsync(ct)) applied.Add(rows.GetString(0));
            return SchemaCheck.Judge(schema.Known, applied).State is SchemaState.Current;
        }
        catch (DbException)
        {
            return false;
        }
    }

    private async Task<DbConnection> OpenAsync(SpaceInfo space, CancellationToken ct)
    {
        var place = databases.PlaceOf(space.Id);
        var connection = Providers.Glimpse(place.Provider, place.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static void Bind(DbCommand command, Parameter value, DateTime now)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.DbType, parameter.Value) = (value.Name, value.Type, value.Value is DateTime ? now : value.Value);
        command.Parameters.Add(parameter);
    }

    /// <summary>The statement as EF would send it, so that names and types are those of the model. Its instants are all "now".</summary>
    private Prepared Prepare(SpaceInfo space, GlanceQuestion question)
    {
        using var db = databases.OpenUnguarded(space);
        using var command = question.Rows(db, clock.UtcNow).OrderBy(id => id).Take(1).CreateDbCommand();
        return new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => new Parameter(p.ParameterName, p.DbType, p.Value))]);
    }

    private Schema SchemaOf(SpaceInfo space)
    {
        using var db = databases.OpenUnguarded(space);
        var names = db.GetService<ISqlGenerationHelper>();
        return new($"SELECT {names.DelimitIdentifier(nameof(HistoryRow.MigrationId))} FROM {names.DelimitIdentifier(HistoryRepository.DefaultTableName)}", [.. db.Database.GetMigrations()]);
    }

    private sealed record Prepared(string Sql, IReadOnlyList<Parameter> Values);

    private sealed record Parameter(string Name, DbType Type, object? Value);

    private sealed record Schema(string Sql, IReadOnlyList<string> Known);
}
