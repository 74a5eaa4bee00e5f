using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace DgccAssess.Core.Features.SignIn.Passwords;

/// <summary>The passwords attackers try first, from the list shipped with the program; also with digits around them, in leet letters, or repeated.</summary>
public static class CommonPasswords
{
    private const string Resource = "common-passwords.gz";

    private static readonly Lazy<FrozenSet<string>> List = new(Read);

    public static int Count => List.Value.Count;

    public static bool Contains(string password)
    {
        var typed = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return Forms(typed).Concat(Forms(Unleet(typed))).Any(form => List.Value.Contains(form) || List.Value.Contains(Unit(form)));
    }

    private static IEnumerable<string> Forms(string text)
    {
        var core = Core(text);
        return [text, core, string.Concat(text.Where(char.IsLetterOrDigit)), string.Concat(core.Where(char.IsLetterOrDigit))];
    }

    /// <summary>Without what people put before and after a word to please a rule.</summary>
    private static string Core(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsLetter(text[start])) start++;
        while (end > start && !char.IsLetter(text[end - 1])) end--;
        return text[start..end];
    }

    /// <summary>The shortest piece that, repeated, gives the text.</summary>
    private static string Unit(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && text.AsSpan(length).SequenceEqual(text.AsSpan(0, text.Length - length))) return text[..length];
        }

        return text;
    }

    private static string Unleet(string text) => string.Concat(text.Select(c => c switch
    {
        '0' => 'o', '1' => 'i', '!' => 'i', '3' => 'e', '4' => 'a', '@' => 'a', '5' => 's', '$' => 's', '7' => 't', _ => c,
    }));

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not in the assembly.");
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd().Split('\n').ToFrozenSet(StringComparer.Ordinal);
    }
}
