using System.Globalization;
using System.Text.RegularExpressions;

namespace DgccAssess.Core.Files.Yaml;

/// <summary>Which plain words of YAML 1.2 are not texts, and how exact numbers are read.</summary>
public static partial class YamlTypes
{
    public static string KindOf(YamlScalar scalar) =>
        scalar switch
        {
            { Plain: false } or { Value.Length: > 64 } => "a text",
            _ when NullWord().IsMatch(scalar.Value) => "nothing",
            _ when FlagWord().IsMatch(scalar.Value) => "true or false",
            _ when AnyNumber().IsMatch(scalar.Value) => "a number",
            _ => "a text",
        };

    public static bool IsText(YamlScalar scalar) => KindOf(scalar) == "a text";

    /// <summary>An exact decimal with at most nine digits before and six after the point; null when it isn't one.</summary>
    public static decimal? Number(YamlScalar scalar) =>
        scalar.Plain && ExactNumber().IsMatch(scalar.Value) ? decimal.Parse(scalar.Value, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(|~|null|Null|NULL)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NullWord();

    [GeneratedRegex(@"^(true|True|TRUE|false|False|FALSE)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FlagWord();

    [GeneratedRegex(
        @"^([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AnyNumber();

    [GeneratedRegex(@"^-?[0-9]{1,9}(\.[0-9]{1,6})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExactNumber();
}
