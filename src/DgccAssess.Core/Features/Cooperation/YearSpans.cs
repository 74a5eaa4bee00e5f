using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="From">First year.</param>
/// <param name="To">Last year; null while it goes on.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct YearSpan(int From, int? To)
{
    public override string ToString() => From == To ? Text(From) : $"{Text(From)}-{(To is { } to ? Text(to) : "")}";

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Years in which something went on, with the breaks between: 2017-2019, 2021-2023. A total is known for all of them together; how it splits is not made up.</summary>
[JsonConverter(typeof(YearSpansJson))]
public sealed class YearSpans : IEquatable<YearSpans>
{
    public const int Length = 100;
    private const int Most = 8;

    private YearSpans(IReadOnlyList<YearSpan> all) => All = all;

    /// <summary>The earliest first; they never touch.</summary>
    public IReadOnlyList<YearSpan> All { get; }

    public int First => All[0].From;

    /// <summary>Null while the last one goes on.</summary>
    public int? Last => All[^1].To;

    public static bool TryParse(string? text, out YearSpans spans)
    {
        spans = null!;
        List<YearSpan> all = [];
        // People paste the dash and the comma of their own language.
        foreach (var part in (text ?? "").Replace('–', '-').Replace('،', ',').Split(',', StringSplitOptions.TrimEntries))
        {
            if (Span(part) is not { } span || (all.Count > 0 && (all[^1].To is not { } before || span.From <= before)) || all.Count == Most) return false;
            all.Add(span);
        }

        spans = new YearSpans(all);
        return true;
    }

    public static YearSpans Parse(string text) => TryParse(text, out var spans) ? spans : throw new FormatException($"'{text}' are no years.");

    public override string ToString() => string.Join(", ", All);

    public bool Equals(YearSpans? other) => other is not null && All.SequenceEqual(other.All);

    public override bool Equals(object? obj) => Equals(obj as YearSpans);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static YearSpan? Span(string part)
    {
        var ends = part.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || Year(ends[0]) is not { } from) return null;
        if (ends.Length == 1) return new YearSpan(from, from);
        if (ends[1].Length == 0) return new YearSpan(from, null);
        return Year(ends[1]) is { } to && to >= from ? new YearSpan(from, to) : null;
    }

    private static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= PartialDate.Earliest and <= PartialDate.Latest ? year : null;
}

internal sealed class YearSpansJson : JsonConverter<YearSpans>
{
    public override YearSpans Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => YearSpans.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, YearSpans value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
