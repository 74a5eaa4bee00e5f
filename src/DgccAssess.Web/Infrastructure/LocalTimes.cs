using System.Globalization;

namespace DgccAssess.Web.Infrastructure;

/// <summary>Date and time of day as a person types them, in the space's own time.</summary>
public static class LocalTimes
{
    private const string Field = "yyyy-MM-dd'T'HH:mm";

    private static readonly string[] Formats = [Field, "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>Null for nothing typed. False for what is no time, or one that the clocks skip.</summary>
    public static bool TryReadInstant(this SpaceView view, string? text, out DateTime? utc)
    {
        utc = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!DateTime.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || view.TimeZone.IsInvalidTime(local)) return false;
        utc = TimeZoneInfo.ConvertTimeToUtc(local, view.TimeZone);
        return true;
    }

    /// <summary>What a field of type datetime-local holds.</summary>
    public static string? ToField(this SpaceView view, DateTime? utc) => utc is { } instant ? view.Local(instant).ToString(Field, CultureInfo.InvariantCulture) : null;
}
