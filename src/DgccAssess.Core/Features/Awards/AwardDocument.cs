using DgccAssess.Core.Data;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Core.Features.Awards;

/// <summary>One immutable version of an award's rules with its names: the unit that is stored, hashed and ranked by.</summary>
/// <param name="Award">The rules.</param>
/// <param name="Languages">Languages every name is given in.</param>
/// <param name="Names">Keyed as <see cref="AwardNameKeys"/> says.</param>
public sealed record AwardDocument(Award Award, IReadOnlyList<string> Languages, IReadOnlyDictionary<string, LocalizedText> Names)
{
    /// <summary>The stored form; the same content gives the same bytes.</summary>
    public byte[] ToCanonicalJson() => AwardJson.Write(this);

    /// <exception cref="FormatException">The bytes are not the canonical JSON of an award.</exception>
    public static AwardDocument FromCanonicalJson(ReadOnlyMemory<byte> json) => AwardJsonReader.Read(json);

    /// <summary>The name of a part in a language; the code where it has none.</summary>
    public string NameOf(string key, string code, string language) => Names.TryGetValue(key, out var name) ? name.In(language) : code;
}

/// <summary>Keys of the names of an award's parts.</summary>
public static class AwardNameKeys
{
    public const string Award = "award";

    public static string Category(string category) => $"category.{category}";

    public static string Criterion(string criterion) => $"criterion.{criterion}";

    /// <summary>May lack: gold, silver and bronze have names of their own.</summary>
    public static string Level(string category, string level) => $"level.{category}.{level}";
}
