using System.Globalization;
using System.Text.RegularExpressions;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>Reads colours and holds them to the contrast of WCAG 2.2 on the white of a page; a dark screen lightens them by itself.</summary>
internal static partial class Colours
{
    /// <summary>Of text (1.4.3, AA).</summary>
    public const double Text = 4.5;

    /// <summary>Of what is no text (1.4.11).</summary>
    public const double Shape = 3;

    public static string? Read(YamlReader group, string key, double contrast)
    {
        var colour = group.OptionalText(key);
        if (colour is null || (Format().IsMatch(colour) && ContrastOnWhite(colour) >= contrast)) return colour;

        var message = string.Create(CultureInfo.InvariantCulture, $"'{YamlReader.Shorten(colour)}' can't be read on white (WCAG AA asks for a contrast of {contrast}), or is no colour.");
        group.Log.Add(group.File, group.PositionOf(key), message, "Write a darker colour as \"#rrggbb\", in quotes.");
        return null;
    }

    // Relative luminance and contrast as WCAG 2.2 defines them.
    private static double ContrastOnWhite(string color)
    {
        double Channel(int at)
        {
            var value = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 1.05 / ((0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5)) + 0.05);
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$", RegexOptions.None, 1000)]
    private static partial Regex Format();
}
