using System.Globalization;

namespace DgccAssess.Web.Features.Review;

/// <summary>A rating as people type and read it. Fields carry the point, whatever the language: "2.5" must not become 25 where the point groups digits.</summary>
public static class ValueText
{
    private const string Format = "0.##";

    /// <returns>False where the text is no number; nothing typed is null.</returns>
    public static bool TryParse(string? text, out decimal? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        var isNumber = decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        value = isNumber ? number : null;
        return isNumber;
    }

    /// <summary>For a form field.</summary>
    public static string ToField(decimal? value) => value?.ToString(Format, CultureInfo.InvariantCulture) ?? "";

    /// <summary>For reading, in the reader's separators; a dash where there is none.</summary>
    public static string ToText(decimal? value) => value?.ToString(Format, CultureInfo.CurrentCulture) ?? "–";

    /// <summary>A difference with its sign.</summary>
    public static string ToDifference(decimal value) => value.ToString("+0.##;−0.##;0", CultureInfo.CurrentCulture);
}
