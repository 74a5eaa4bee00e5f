using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DgccAssess.Core.Features.Papers.Templates;

/// <summary>The words of a template in one language; what is empty is not printed.</summary>
public sealed record TemplateTexts
{
    public string Title { get; init; } = "";
    public string Subtitle { get; init; } = "";

    /// <summary>Plain paragraphs.</summary>
    public string Foreword { get; init; } = "";

    /// <summary>A line on every page.</summary>
    public string Footer { get; init; } = "";

    /// <summary>Where it is signed; the date is that of the result.</summary>
    public string Place { get; init; } = "";

    public string Signer { get; init; } = "";
    public string SignerTitle { get; init; } = "";

    /// <summary>What the picture shows, for whoever does not see it.</summary>
    public string LogoAlt { get; init; } = "";
}

/// <summary>What a space says of a kind of paper: one document, kept as it is for good.</summary>
public sealed record TemplateContent
{
    private static readonly TemplateContentJson Json = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>By language of the space, in the order of the codes.</summary>
    public required SortedDictionary<string, TemplateTexts> Texts { get; init; }

    /// <summary>In the order they are printed; null where the kind has none to move.</summary>
    public IReadOnlyList<string>? Sections { get; init; }

    /// <summary>The same content gives the same text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json.TemplateContent);

    public static TemplateContent FromJson(string json) => JsonSerializer.Deserialize(json, Json.TemplateContent)!;
}

[JsonSerializable(typeof(TemplateContent))]
internal sealed partial class TemplateContentJson : JsonSerializerContext;
