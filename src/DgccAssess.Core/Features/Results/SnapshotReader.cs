using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DgccAssess.Core.Features.Results;

/// <summary>Snapshot documents as text and back.</summary>
public static class SnapshotReader
{
    // Letters of every script as they are: read by people, never put into HTML without encoding.
    private static readonly SnapshotJson Json = new(new JsonSerializerOptions(SnapshotJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(SnapshotDocument document) => JsonSerializer.Serialize(document, Json.SnapshotDocument);

    /// <exception cref="FormatException">The text is not a snapshot document of a known schema.</exception>
    public static SnapshotDocument Read(string json)
    {
        try
        {
            var document = JsonSerializer.Deserialize(json, Json.SnapshotDocument);
            return document?.Schema is SnapshotDocument.CurrentSchema ? document : throw new FormatException($"Snapshot documents of schema {document?.Schema} are not known.");
        }
        catch (JsonException e)
        {
            throw new FormatException("This is not a snapshot document.", e);
        }
    }

    /// <summary>SHA-256 of the stored text, lower-case hex.</summary>
    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(CamelCaseConverter<Milestone>), typeof(CamelCaseConverter<Review.Stage>), typeof(CamelCaseConverter<Rounds.CycleType>)])]
[JsonSerializable(typeof(SnapshotDocument))]
internal sealed partial class SnapshotJson : JsonSerializerContext;

internal sealed class CamelCaseConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
