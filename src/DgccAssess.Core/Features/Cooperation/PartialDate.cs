using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>A day, a month or a year, as exactly as it is known: 2023-07-14, 2023-07 or 2023. A day nobody knows is not made up.</summary>
[JsonConverter(typeof(PartialDateJson))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    public const int Earliest = 1990;
    public const int Latest = 2100;
    public const int Length = 10;

    /// <summary>The first day it may mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day it may mean.</summary>
    public DateOnly Last => Day is { } day ? new(Year, Month!.Value, day) : Month is { } month ? new DateOnly(Year, month, 1).AddMonths(1).AddDays(-1) : new(Year, 12, 31);

    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        foreach (var (format, parts) in new[] { ("yyyy-MM-dd", 3), ("yyyy-MM", 2), ("yyyy", 1) })
        {
            if (!DateOnly.TryParseExact(text?.Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < Earliest or > Latest) continue;
            date = new PartialDate(day.Year, parts > 1 ? day.Month : null, parts > 2 ? day.Day : null);
            return true;
        }

        return false;
    }

    public static PartialDate Parse(string text) => TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is no date.");

    public override string ToString() => First.ToString(Day is not null ? "yyyy-MM-dd" : Month is not null ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture);
}

internal sealed class PartialDateJson : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PartialDate.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
