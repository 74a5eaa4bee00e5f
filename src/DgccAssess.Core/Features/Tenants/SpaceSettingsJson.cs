using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants;

/// <summary>Settings as the register keeps them; what an older version did not write yet has its default.</summary>
internal static class SpaceSettingsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        Converters = { new NamesConverter(), new JsonStringEnumConverter<DayOfWeek>() },
    };

    public static string Write(SpaceSettings settings) => JsonSerializer.Serialize(settings, Options);

    public static SpaceSettings Read(string json) => JsonSerializer.Deserialize<SpaceSettings>(json, Options)!;

    private sealed class NamesConverter : JsonConverter<LocalizedText>
    {
        public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LocalizedText.FromJson(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToJson());
    }
}
