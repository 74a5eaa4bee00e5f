using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>A hash of what something says, the same whether it was read from a file or from a database.</summary>
internal static class Fingerprint
{
    private static readonly JsonSerializerOptions Form = new() { Converters = { new Sorted(), new Plain(), new JsonStringEnumConverter() } };

    public static string Of(object content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(content, content.GetType(), Form))));

    // The order in which languages were written means nothing.
    private sealed class Sorted : JsonConverter<LocalizedText>
    {
        public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToJson());
    }

    // The embedded database gives 5 back as 5.0.
    private sealed class Plain : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("0.############", CultureInfo.InvariantCulture));
    }
}
