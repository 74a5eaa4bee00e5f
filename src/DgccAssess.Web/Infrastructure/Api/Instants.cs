using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>Instants as callers write them (RFC 3339): always with the offset from UTC, because a server's own zone is nobody's business.</summary>
public static class Instants
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK"];

    public static DateTime? Read(string? text) =>
        text is not null && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
        && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at.UtcDateTime
            : null;
}

/// <summary>An instant in a body; in UTC whatever offset it was written with.</summary>
public sealed class InstantConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType is JsonTokenType.String ? Instants.Read(reader.GetString()) : null) ?? throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
