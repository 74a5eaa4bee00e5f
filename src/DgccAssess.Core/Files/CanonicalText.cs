using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DgccAssess.Core.Files;

/// <summary>The pieces of canonical JSON: keys as given (ordinal order is the writer's duty, <see cref="Map"/> sees to it), no white space, texts in NFC,
/// decimals without trailing zeros, only the escapes JSON demands (src/decisions/0004).</summary>
public static class CanonicalText
{
    /// <summary>SHA-256 of canonical bytes as 64 lower-case hexadecimal digits.</summary>
    public static string Hash(ReadOnlySpan<byte> canonicalJson) => Convert.ToHexStringLower(SHA256.HashData(canonicalJson));

    public static string Group(params ReadOnlySpan<(string Key, string Value)> members)
    {
        var json = new StringBuilder("{");
        foreach (var (key, value) in members)
        {
            json.Append(json.Length > 1 ? "," : string.Empty).Append(Text(key)).Append(':').Append(value);
        }

        return json.Append('}').ToString();
    }

    public static string Map<T>(IReadOnlyDictionary<string, T> map, Func<T, string> write) =>
        Group([.. map.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => (e.Key, write(e.Value)))]);

    public static string List<T>(IEnumerable<T> items, Func<T, string> write) => $"[{string.Join(',', items.Select(write))}]";

    public static string Flag(bool value) => value ? "true" : "false";

    public static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string NumberOrNull(decimal? value) => value is { } number ? Number(number) : "null";

    public static string TextOrNull(string? value) => value is null ? "null" : Text(value);

    /// <summary>The word of an enum member, as in the YAML: HalfUp is halfUp.</summary>
    public static string Word(string member) => char.ToLowerInvariant(member[0]) + member[1..];

    // Written here and not by a library: what an encoder escapes changes between runtime versions, and the hash must not.
    public static string Text(string value)
    {
        var json = new StringBuilder("\"", value.Length + 2);
        foreach (var c in value.Normalize(NormalizationForm.FormC))
        {
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }

        return json.Append('"').ToString();
    }
}
