using System.Globalization;

namespace DgccAssess.Core.Audit;

/// <summary>Which events somebody wants to see; null asks for all.</summary>
public sealed record AuditFilter
{
    public const int MaxText = 200;

    /// <summary>Part of the name of who did it.</summary>
    public string? Person { get; init; }

    public string? Type { get; init; }

    /// <summary>Beginning of the subject, for example rounds/2026/agencies/kemenkeu.</summary>
    public string? Subject { get; init; }

    public DateTime? From { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTime? Until { get; init; }
}

/// <summary>The last event of a page: the next page goes on behind it, whatever is written meanwhile.</summary>
public readonly record struct AuditCursor(DateTime At, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}_{Id:N}");

    public static AuditCursor? Parse(string text) =>
        text.Split('_') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var parsed)
            ? new AuditCursor(new DateTime(at, DateTimeKind.Utc), parsed)
            : null;
}
