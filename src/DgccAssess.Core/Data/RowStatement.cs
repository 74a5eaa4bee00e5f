using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DgccAssess.Core.Data;

/// <summary>
/// Writes one whole row of an entity, its columns, names and conversions taken from the model, without tracking it. For a hot path only
/// (<see cref="SpaceDbContext.ReplaceAsync"/>): EF's own save costs more than the rest of an autosave's use case together.
/// </summary>
internal sealed class RowStatement
{
    private const string VersionRead = "@read";
    private static readonly ConditionalWeakTable<IModel, Dictionary<(Type, bool), RowStatement>> Known = [];

    private readonly string sql;
    private readonly List<(string Parameter, IProperty Property, RelationalTypeMapping Mapping)> values;
    private readonly RelationalTypeMapping? version;

    private RowStatement(string sql, List<(string Parameter, IProperty Property, RelationalTypeMapping Mapping)> values, RelationalTypeMapping? version) =>
        (this.sql, this.values, this.version) = (sql, values, version);

    /// <summary>A new row.</summary>
    public static DbCommand Insert(DbContext db, object entity) => Of(db, entity.GetType(), isUpdate: false).Command(db, entity, read: null);

    /// <summary>All columns of the row, if it still has the version it was read with.</summary>
    public static DbCommand Update(DbContext db, IVersioned entity, int read) => Of(db, entity.GetType(), isUpdate: true).Command(db, entity, read);

    private static RowStatement Of(DbContext db, Type type, bool isUpdate)
    {
        var known = Known.GetOrCreateValue(db.Model);
        lock (known)
        {
            if (known.TryGetValue((type, isUpdate), out var statement)) return statement;
            return known[(type, isUpdate)] = Build(db, type, isUpdate);
        }
    }

    private static RowStatement Build(DbContext db, Type type, bool isUpdate)
    {
        var names = db.GetService<ISqlGenerationHelper>();
        var entity = db.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not of this database.");
        var table = entity.GetTableMappings().Single();
        var columns = table.ColumnMappings.Select((c, i) => (Name: names.DelimitIdentifier(c.Column.Name), Parameter: $"@p{i}", c.Property, Mapping: c.TypeMapping)).ToList();
        if (columns.Exists(c => c.Property.ValueGenerated is not ValueGenerated.Never)) throw new NotSupportedException($"The database makes values of {type.Name}.");

        var target = names.DelimitIdentifier(table.Table.Name, table.Table.Schema);
        var bound = columns.ConvertAll(c => (c.Parameter, c.Property, c.Mapping));
        if (!isUpdate) return new($"INSERT INTO {target} ({string.Join(", ", columns.Select(c => c.Name))}) VALUES ({string.Join(", ", columns.Select(c => c.Parameter))})", bound, null);

        var token = columns.Single(c => c.Property is { IsConcurrencyToken: true, Name: nameof(IVersioned.Version) });
        var set = columns.Where(c => !c.Property.IsPrimaryKey()).Select(c => $"{c.Name} = {c.Parameter}");
        var key = columns.Where(c => c.Property.IsPrimaryKey()).Select(c => $"{c.Name} = {c.Parameter}");
        return new($"UPDATE {target} SET {string.Join(", ", set)} WHERE {string.Join(" AND ", key)} AND {token.Name} = {VersionRead}", bound, token.Mapping);
    }

    private DbCommand Command(DbContext db, object entity, int? read)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        foreach (var (parameter, property, mapping) in values)
        {
            var value = read is { } stored && property.Name is nameof(IVersioned.Version) ? stored + 1 : property.GetGetter().GetClrValue(entity);
            command.Parameters.Add(mapping.CreateParameter(command, parameter, value, property.IsNullable));
        }

        if (version is not null) command.Parameters.Add(version.CreateParameter(command, VersionRead, read, nullable: false));
        return command;
    }
}
