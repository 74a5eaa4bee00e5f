using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DgccAssess.Core.Data;

/// <summary>One prepared INSERT of several new rows of one entity; columns, names and conversions come from the model, as with <see cref="RowStatement"/>.</summary>
internal sealed class BulkStatement : IAsyncDisposable
{
    private readonly DbCommand insert;
    private readonly List<BulkColumn> bound;
    private bool prepared;

    private BulkStatement(DbCommand insert, List<BulkColumn> bound, int rows) => (this.insert, this.bound, Rows) = (insert, bound, rows);

    /// <summary>Rows of one execution.</summary>
    public int Rows { get; }

    public static BulkStatement Create(DbContext db, Type type, int rows)
    {
        var names = db.GetService<ISqlGenerationHelper>();
        var columns = BulkColumn.Of(db, type);
        var table = db.Model.FindEntityType(type)!.GetTableMappings().Single().Table;
        var values = Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", columns.Select((_, column) => Parameter(row, column)))})");
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"INSERT INTO {names.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns.Select(c => names.DelimitIdentifier(c.Name)))}) VALUES {string.Join(", ", values)}";
        return new BulkStatement(command, columns, rows);
    }

    /// <param name="entities">As many as <see cref="Rows"/> from <paramref name="first"/> on.</param>
    /// <param name="first">Place of the first.</param>
    /// <param name="transaction">The one under way.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task ExecuteAsync(IReadOnlyList<object> entities, int first, DbTransaction transaction, CancellationToken ct)
    {
        insert.Transaction = transaction;
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < bound.Count; column++) Set(row, column, bound[column].ValueOf(entities[first + row]));
        }

        if (!prepared) await insert.PrepareAsync(ct);
        prepared = true;
        await insert.ExecuteNonQueryAsync(ct);
    }

    public ValueTask DisposeAsync() => insert.DisposeAsync();

    private void Set(int row, int column, object? value)
    {
        if (prepared) insert.Parameters[(row * bound.Count) + column].Value = bound[column].Stored(value);
        else insert.Parameters.Add(bound[column].Mapping.CreateParameter(insert, Parameter(row, column), value, bound[column].IsNullable));
    }

    private static string Parameter(int row, int column) => $"@p{row}_{column}";
}

/// <summary>A column of a table and where its value lies in the entity.</summary>
internal sealed record BulkColumn(string Name, IProperty Property, RelationalTypeMapping Mapping, bool IsNullable)
{
    public static List<BulkColumn> Of(DbContext db, Type type)
    {
        var entity = db.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not of this database.");
        var columns = entity.GetTableMappings().Single().Table.Columns
            .Select(c => (Column: c, Mapping: c.PropertyMappings.Single()))
            .Select(c => new BulkColumn(c.Column.Name, c.Mapping.Property, c.Mapping.TypeMapping, c.Column.IsNullable)).ToList();
        if (columns.Exists(c => c.Property.ValueGenerated is not ValueGenerated.Never)) throw new NotSupportedException($"The database makes values of {type.Name}.");
        return columns;
    }

    public object? ValueOf(object entity)
    {
        // A value of its own kind within the row (the sign-off of an assessment) may be missing as a whole.
        var holder = Property.DeclaringType is IComplexType { ComplexProperty: var whole } ? whole.GetGetter().GetClrValue(entity) : entity;
        return holder is null ? null : Property.GetGetter().GetClrValue(holder);
    }

    /// <summary>What the parameter of a prepared statement takes.</summary>
    public object Stored(object? value) => (Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
}
