using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DgccAssess.Core.Features.Sharing.Publishing;

/// <summary>What is signed of a publication: who says what of which round, on what ground, and the hash of the payload.</summary>
public sealed record SharingEnvelope
{
    public const string CurrentSchema = "dgcc-sharing/1";

    public required string Schema { get; init; }
    public required string Partner { get; init; }
    public required int Sequence { get; init; }
    public required PublicationKind Kind { get; init; }
    public required string Round { get; init; }

    /// <summary>Of the round's payloads.</summary>
    public required int Number { get; init; }

    public required SharingLevel Level { get; init; }

    /// <summary>Null: the level every round of the partner is shared at without an agreement.</summary>
    public required EnvelopeAgreement? Agreement { get; init; }

    public required PublicationReason Reason { get; init; }

    /// <summary>In a person's words, where one gave any.</summary>
    public required string? Note { get; init; }

    /// <summary>SHA-256 of the payload; null for a withdrawal.</summary>
    public required string? PayloadHash { get; init; }

    public required DateTime CreatedAt { get; init; }

    public static string Write(SharingEnvelope envelope) => JsonSerializer.Serialize(envelope, Json.SharingEnvelope);

    /// <exception cref="JsonException">It is no envelope of this schema.</exception>
    public static SharingEnvelope Read(string json)
    {
        var envelope = JsonSerializer.Deserialize(json, Json.SharingEnvelope) ?? throw new JsonException("No envelope.");
        return envelope.Schema == CurrentSchema ? envelope : throw new JsonException($"Only {CurrentSchema} is known.");
    }

    /// <summary>ES256 over the envelope's bytes in UTF-8: r and s, 32 bytes each.</summary>
    internal static byte[] Sign(ECDsa signer, string envelope) => signer.SignData(Encoding.UTF8.GetBytes(envelope), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    private static readonly EnvelopeJson Json = new(new JsonSerializerOptions(EnvelopeJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>Why something new is said of a round.</summary>
public enum PublicationReason
{
    /// <summary>Nothing was said of it before.</summary>
    First,

    /// <summary>The round went on, or a result was published or corrected.</summary>
    Changed,

    /// <summary>Another agreement decides now, or none.</summary>
    Agreement,

    /// <summary>The government revoked the agreement.</summary>
    Revoked,

    /// <summary>The agreement's last day is over.</summary>
    Ended,

    /// <summary>A text is no longer agreed to by the agency whose it is, or the agency is no longer named.</summary>
    Consent,
}

/// <param name="Number">Of the space.</param>
/// <param name="Purpose">What Korea may use it for.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="Signer">Name and office.</param>
/// <param name="SignedAt">When it was signed.</param>
public sealed record EnvelopeAgreement(int Number, string Purpose, DateOnly StartsOn, DateOnly EndsOn, string Signer, DateTime SignedAt);

/// <summary>A publication on its way to the hub.</summary>
/// <param name="Envelope">The signed text.</param>
/// <param name="Payload">The text its hash is of; null for a withdrawal.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, lower-case hex.</param>
/// <param name="Signature">r and s, lower-case hex: ES256 over the envelope's bytes in UTF-8.</param>
public sealed record SignedPublication(string Envelope, string? Payload, string PublicKey, string Signature);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SharingEnvelope))]
[JsonSerializable(typeof(SignedPublication))]
internal sealed partial class EnvelopeJson : JsonSerializerContext;
