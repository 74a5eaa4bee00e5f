using System.Text;
using DgccAssess.Core.Files;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <summary>Text as people type or paste it, made storable: one kind of line end, no characters that hide or reorder what a reader sees.</summary>
public static class TypedText
{
    /// <summary>Several lines, as typed.</summary>
    public static string Lines(string? typed)
    {
        if (typed is null) return "";
        var text = typed.Contains('\r', StringComparison.Ordinal) ? typed.ReplaceLineEndings("\n") : typed;
        if (UnsafeCharacters.IndexIn(text) < 0) return text;

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || !UnsafeCharacters.IsUnsafe((char)rune.Value)) clean.Append(rune);
        }

        return clean.ToString();
    }

    /// <summary>One line without space around it.</summary>
    public static string Line(string? typed) => Lines(typed).ReplaceLineEndings(" ").Trim();
}
