using System.Data.Common;
using System.Runtime.CompilerServices;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DgccAssess.Core.Features.Tenants.Door.Pack;

/// <summary>Reads a table row by row, as the same values from every provider.</summary>
internal static class TableRows
{
    public static async IAsyncEnumerable<object?[]> ReadAsync(TenantDbContext db, PackTable table, [EnumeratorCancellation] CancellationToken ct)
    {
        var quoting = db.GetService<ISqlGenerationHelper>();
        var types = table.Columns.Select(TypeOf).ToArray();
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var columns = string.Join(", ", table.Columns.Select(c => quoting.DelimitIdentifier(c.Name)));
        var key = string.Join(", ", (table.Table.PrimaryKey?.Columns ?? []).Select(c => quoting.DelimitIdentifier(c.Name)));
        // Names come from the model, never from a person.
        command.CommandText = $"SELECT {columns} FROM {quoting.DelimitIdentifier(table.Table.Name, table.Table.Schema)}{(key.Length == 0 ? "" : $" ORDER BY {key}")}";
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var row = new object?[types.Length];
            for (var at = 0; at < types.Length; at++) row[at] = reader.IsDBNull(at) ? null : Value(reader, at, types[at]);
            yield return row;
        }
    }

    private static Type TypeOf(IColumn column)
    {
        if (column.PropertyMappings is not [{ TypeMapping: var mapping }, ..]) return typeof(string);
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static object Value(DbDataReader reader, int at, Type type) =>
        type == typeof(Guid) ? reader.GetFieldValue<Guid>(at)
        : type == typeof(DateTime) ? DateTime.SpecifyKind(reader.GetFieldValue<DateTime>(at), DateTimeKind.Utc)
        : type == typeof(DateTimeOffset) ? reader.GetFieldValue<DateTimeOffset>(at).UtcDateTime
        : type == typeof(DateOnly) ? reader.GetFieldValue<DateOnly>(at)
        : type == typeof(bool) ? reader.GetFieldValue<bool>(at)
        : type == typeof(int) ? reader.GetFieldValue<int>(at)
        : type == typeof(long) ? reader.GetFieldValue<long>(at)
        : type == typeof(decimal) ? reader.GetFieldValue<decimal>(at)
        : type == typeof(byte[]) ? reader.GetFieldValue<byte[]>(at)
        : type == typeof(string) ? reader.GetString(at)
        : throw new NotSupportedException($"No value of {type.Name} can be exported yet.");
}
