namespace DgccAssess.Web.Shared;

/// <summary>A language is named in itself, whatever the page speaks, and everywhere in the same way.</summary>
public static class LanguageNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["en"] = "English", ["ko"] = "한국어", ["id"] = "Bahasa Indonesia", ["uz-Latn"] = "O‘zbekcha", ["uz-Cyrl"] = "Ўзбекча", ["sr-Cyrl"] = "Српски", ["sr-Latn"] = "Srpski",
        ["ar"] = "العربية", ["fr"] = "Français", ["es"] = "Español", ["vi"] = "Tiếng Việt",
    };

    /// <param name="tag">As in a government's languages.</param>
    public static string Of(string tag) => Names.GetValueOrDefault(tag, tag);
}
