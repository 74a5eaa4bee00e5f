using System.Globalization;
using System.Text;

namespace DgccAssess.Core.Files;

/// <summary>Characters no data file needs and that hide, break or reorder what a reader sees.</summary>
public static class UnsafeCharacters
{
    public static bool IsUnsafe(char c) =>
        c switch
        {
            '\t' or '\n' or '\r' => false,
            < ' ' or (>= '\u007F' and <= '\u009F') => true,
            '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' => true,
            // Embeddings, overrides and isolates show text in another order than it is stored; the marks (LRM, RLM, ALM) stay allowed.
            (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => true,
            _ => false,
        };

    /// <summary>Index of the first unsafe character or lone surrogate, or -1.</summary>
    public static int IndexIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsUnsafe(text[i]))
            {
                return i;
            }

            if (char.IsSurrogate(text[i]))
            {
                if (Rune.DecodeFromUtf16(text[i..], out _, out var length) != System.Buffers.OperationStatus.Done)
                {
                    return i;
                }

                i += length - 1;
            }
        }

        return -1;
    }

    public static string NameOf(char c) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}");
}
