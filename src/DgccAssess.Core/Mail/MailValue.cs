using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Mail;

/// <summary>A value in a mail, kept so that it can be written in the recipient's language when the mail is made.</summary>
public static class MailValue
{
    private const char Text = 's';
    private const char Instant = 't';
    private const char Day = 'd';

    public static string Of(string text) => $"{Text}{text}";

    public static string Of(DateTime utc) => $"{Instant}{utc.ToString("O", CultureInfo.InvariantCulture)}";

    public static string Of(DateOnly day) => $"{Day}{day.ToString("O", CultureInfo.InvariantCulture)}";

    /// <summary>Instants in the space's time zone, dates by its country's habits.</summary>
    public static string Write(string value, string language, SpaceSettings settings)
    {
        var (kind, text, culture) = (value[0], value[1..], CultureInfo.GetCultureInfo(settings.LocaleOf(language)));
        return kind switch
        {
            Text => OneLine(text),
            Instant => Commas.DateAndTime(Local(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), settings), culture) + $" ({settings.TimeZone})",
            Day => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture).ToString("d MMMM yyyy", culture),
            _ => throw new InvalidOperationException($"Unknown kind of value '{kind}'."),
        };
    }

    /// <summary>What somebody typed can't begin a paragraph or a header of its own.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static DateTime Local(DateTime utc, SpaceSettings settings) => TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone));
}
