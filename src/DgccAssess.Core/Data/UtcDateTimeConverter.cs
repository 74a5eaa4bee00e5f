using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DgccAssess.Core.Data;

/// <summary>Instants are UTC in every provider: SQLite and SQL Server forget the kind, PostgreSQL insists on it.</summary>
public sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : NotUtc(value),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime NotUtc(DateTime value) => throw new ArgumentException($"{value:O} is not UTC; instants come from TimeProvider.", nameof(value));
}
