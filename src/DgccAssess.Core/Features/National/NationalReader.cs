using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Core.Features.Results;

namespace DgccAssess.Core.Features.National;

/// <summary>National documents as text and back.</summary>
public static class NationalReader
{
    // Letters of every script as they are: never put into HTML without encoding.
    private static readonly NationalJson Json = new(new JsonSerializerOptions(NationalJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(NationalDocument document) => JsonSerializer.Serialize(document, Json.NationalDocument);

    /// <exception cref="FormatException">The text is not a national document of a known schema.</exception>
    public static NationalDocument Read(string json)
    {
        try
        {
            var document = JsonSerializer.Deserialize(json, Json.NationalDocument);
            return document?.Schema is NationalDocument.CurrentSchema ? document : throw new FormatException($"National documents of schema {document?.Schema} are not known.");
        }
        catch (JsonException e)
        {
            throw new FormatException("This is not a national document.", e);
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(CamelCaseConverter<Rounds.CycleType>)])]
[JsonSerializable(typeof(NationalDocument))]
internal sealed partial class NationalJson : JsonSerializerContext;
