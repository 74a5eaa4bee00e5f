using System.Globalization;

namespace DgccAssess.Core.Data;

/// <summary>The comma of a language, between the items of a list and before the time of day.</summary>
public static class Commas
{
    public static string Between(this IEnumerable<string> items) => string.Join(Of(CultureInfo.CurrentUICulture), items);

    public static string Of(CultureInfo culture) => culture.TwoLetterISOLanguageName is "ar" ? "\u060C " : ", ";

    /// <summary>23 November 2026, 17:00.</summary>
    public static string DateAndTime(DateTime local, CultureInfo culture) => $"{local.ToString("d MMMM yyyy", culture)}{Of(culture)}{local.ToString("HH:mm", culture)}";
}
