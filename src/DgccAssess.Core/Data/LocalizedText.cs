using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DgccAssess.Core.Data;

/// <summary>A name in several languages, for example an agency's. Values are keyed by BCP 47 code.</summary>
public sealed class LocalizedText(IReadOnlyDictionary<string, string> values) : IEquatable<LocalizedText>
{
    public IReadOnlyDictionary<string, string> Values { get; } = values;

    public static LocalizedText Of(params (string Language, string Text)[] texts) =>
        new(texts.ToDictionary(t => t.Language, t => t.Text, StringComparer.OrdinalIgnoreCase));

    /// <summary>The text in the language, else in its parent (id-ID, id), else the first one given.</summary>
    public string In(string language)
    {
        for (var tag = language; tag.Length > 0; tag = tag.LastIndexOf('-') is > 0 and var cut ? tag[..cut] : "")
        {
            if (Values.TryGetValue(tag, out var text)) return text;
        }

        return Values.Values.FirstOrDefault() ?? "";
    }

    public string InCurrentLanguage() => In(CultureInfo.CurrentUICulture.Name);

    public string ToJson() => JsonSerializer.Serialize(new SortedDictionary<string, string>(Values.ToDictionary(), StringComparer.Ordinal));

    public static LocalizedText FromJson(string json) =>
        new(new Dictionary<string, string>(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [], StringComparer.OrdinalIgnoreCase));

    public bool Equals(LocalizedText? other) => other is not null && ToJson() == other.ToJson();

    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);
}

public sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(text => text.ToJson(), json => LocalizedText.FromJson(json));

public sealed class LocalizedTextComparer()
    : ValueComparer<LocalizedText>((a, b) => object.Equals(a, b), text => text.GetHashCode(), text => text);
