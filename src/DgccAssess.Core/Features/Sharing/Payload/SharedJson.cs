using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Sharing.Payload;

/// <summary>A payload as text, strictly: members it doesn't know are refused, and the same payload is always the same text.</summary>
public static class SharedJson
{
    /// <summary>Characters of a payload: twenty times the largest nation with every agency named.</summary>
    public const int MaxLength = 8 * 1024 * 1024;

    private static readonly SharedJsonContext Json = new(new JsonSerializerOptions(SharedJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(SharedPayload payload) => JsonSerializer.Serialize(payload, Json.SharedPayload);

    public static string Write(SharedCoreFigures figures) => JsonSerializer.Serialize(figures, Json.SharedCoreFigures);

    /// <exception cref="JsonException">It is no payload of this schema.</exception>
    public static SharedPayload Read(string json)
    {
        var payload = JsonSerializer.Deserialize(json, Json.SharedPayload) ?? throw new JsonException("No payload.");
        return payload.Schema == SharedPayload.CurrentSchema ? payload : throw new JsonException($"Only schema {SharedPayload.CurrentSchema} is known.");
    }

    /// <exception cref="JsonException">It is no part of a payload.</exception>
    public static SharedCoreFigures ReadCore(string json) => JsonSerializer.Deserialize(json, Json.SharedCoreFigures) ?? throw new JsonException("No figures.");

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = false,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SharedPayload))]
[JsonSerializable(typeof(SharedCoreFigures))]
internal sealed partial class SharedJsonContext : JsonSerializerContext;
