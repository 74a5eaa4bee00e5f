using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DgccAssess.Core.Files;

namespace DgccAssess.Core.Features.Papers.Bundle;

/// <summary>A bundle as text: its parts in canonical JSON, a digest of each, the signature over the digests. Indentation and order in the file don't matter.</summary>
internal static class BundleText
{
    public const string Digests = "digests";
    public const string Signature = "signature";

    private static readonly BundleJson Json = new(new JsonSerializerOptions(BundleJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement ToElement(BundleDocument document) => JsonSerializer.SerializeToElement(document, Json.BundleDocument);

    /// <exception cref="JsonException">It has other members than a bundle, or values of another kind.</exception>
    public static BundleDocument Read(JsonElement bundle)
    {
        var members = bundle.EnumerateObject().Where(m => m.Name is not (Digests or Signature)).ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal);
        return JsonSerializer.SerializeToElement(members).Deserialize(Json.BundleDocument)!;
    }

    public static BundleSignature ReadSignature(JsonElement signature) => signature.Deserialize(Json.BundleSignature)!;

    /// <summary>Path and SHA-256 of every part: the members of the bundle, lists item by item.</summary>
    public static SortedDictionary<string, string> DigestsOf(JsonElement bundle)
    {
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in bundle.EnumerateObject().Where(m => m.Name is not (Digests or Signature)))
        {
            if (member.Value.ValueKind is not JsonValueKind.Array) digests[member.Name] = HashOf(member.Value);
            else foreach (var (i, item) in member.Value.EnumerateArray().Index()) digests[$"{member.Name}[{i}]"] = HashOf(item);
        }

        return digests;
    }

    /// <summary>What is signed.</summary>
    public static byte[] SignedBytes(IReadOnlyDictionary<string, string> digests) => Encoding.UTF8.GetBytes(BundleDocument.CurrentSchema + "\n" + CanonicalText.Map(digests, CanonicalText.Text));

    public static string HashOf(JsonElement element) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(element))));

    public static string Canonical(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => CanonicalText.Map(element.EnumerateObject().ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal), Canonical),
        JsonValueKind.Array => CanonicalText.List(element.EnumerateArray(), Canonical),
        JsonValueKind.String => CanonicalText.Text(element.GetString()!),
        _ => element.GetRawText(),
    };

    public static byte[] Write(JsonElement document, SortedDictionary<string, string> digests, BundleSignature signature)
    {
        using var file = new MemoryStream();
        using (var writer = new Utf8JsonWriter(file, Readable))
        {
            writer.WriteStartObject();
            foreach (var member in document.EnumerateObject()) member.WriteTo(writer);
            writer.WritePropertyName(Digests);
            JsonSerializer.Serialize(writer, digests, Json.SortedDictionaryStringString);
            writer.WritePropertyName(Signature);
            JsonSerializer.Serialize(writer, signature, Json.BundleSignature);
            writer.WriteEndObject();
        }

        return file.ToArray();
    }
}
