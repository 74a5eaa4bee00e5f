using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Data;

/// <summary>Stores a short list that is only ever read and written with its row (criteria ticked, facts) as JSON text, the same on every provider.</summary>
public static class JsonList
{
    public static PropertyBuilder<IReadOnlyList<T>> IsJsonList<T>(this PropertyBuilder<IReadOnlyList<T>> property)
        where T : notnull =>
        property.HasConversion(
            list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
            // A column that a migration adds starts empty in the rows that are there.
            json => json.Length == 0 ? new List<T>() : JsonSerializer.Deserialize<List<T>>(json, JsonSerializerOptions.Default) ?? new List<T>(),
            new ValueComparer<IReadOnlyList<T>>(
                (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)),
                list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item.GetHashCode())),
                list => list.ToList()));
}
