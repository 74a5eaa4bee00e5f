using System.Globalization;
using System.Text;
using DgccAssess.Core.Files;

namespace DgccAssess.Core.Features.Evidence;

/// <summary>A file name as it is kept and shown: no path, nothing that hides or reorders text, the ending its content has.</summary>
public static class EvidenceName
{
    /// <summary>Longest name in UTF-16 units, ending included.</summary>
    public const int MaxLength = 200;

    private const string Fallback = "evidence";
    private const string Disliked = "<>:\"|?*";
    private static readonly HashSet<string> DeviceNames = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })], StringComparer.OrdinalIgnoreCase);

    public static string Clean(string given, EvidenceFormat format)
    {
        var name = string.Concat(Visible(given[(given.LastIndexOfAny(['/', '\\']) + 1)..]).Select(c => Disliked.Contains(c, StringComparison.Ordinal) ? '_' : c));
        var dot = name.LastIndexOf('.');
        var known = dot >= 0 && format.Endings.Contains(name[dot..], StringComparer.OrdinalIgnoreCase);
        var (stem, ending) = known ? (name[..dot], name[dot..].ToLowerInvariant()) : (name, format.Endings[0]);

        stem = Shorten(stem.Trim('.', ' '), MaxLength - ending.Length);
        if (stem.Length == 0) stem = Fallback;
        return (DeviceNames.Contains(stem.Split('.')[0]) ? "_" + stem : stem) + ending;
    }

    /// <summary>One line without control, formatting and invisible characters.</summary>
    public static string Visible(string given)
    {
        var text = new StringBuilder(given.Length);
        foreach (var rune in given.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) text.Append(' ');
            else if (rune != Rune.ReplacementChar && !IsHidden(rune)) text.Append(rune);
        }

        return text.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    // Joiners shape Persian, Urdu and Indic words and emoji; every other format character only hides or reorders.
    private static bool IsHidden(Rune rune) =>
        (rune.IsBmp && UnsafeCharacters.IsUnsafe((char)rune.Value))
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D));

    private static string Shorten(string text, int length)
    {
        if (text.Length <= length) return text;
        var cut = StringInfo.ParseCombiningCharacters(text).LastOrDefault(start => start <= length);
        if (cut == 0) cut = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..cut].TrimEnd('.', ' ');
    }
}
