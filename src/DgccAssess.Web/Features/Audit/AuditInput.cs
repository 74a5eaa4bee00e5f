using System.Globalization;
using DgccAssess.Core.Audit;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Audit;

/// <summary>The filter as it stands in an address.</summary>
public sealed record AuditInput
{
    private const string Date = "yyyy-MM-dd";

    public string? Person { get; init; }
    public string? Type { get; init; }
    public string? Subject { get; init; }

    /// <summary>First day, in the space's time zone.</summary>
    public string? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public string? To { get; init; }

    public IEnumerable<KeyValuePair<string, string?>> Fields() =>
    [
        new("person", Person), new("type", Type), new("subject", Subject), new("from", From), new("to", To),
    ];

    public bool IsEmpty => Fields().All(f => string.IsNullOrWhiteSpace(f.Value));

    /// <summary>The filter; problems go to the model state, by field.</summary>
    public AuditFilter Read(SpaceView view, IStringLocalizer<AuditWords> words, ModelStateDictionary problems)
    {
        var (from, to) = (Day(From, nameof(From), words, problems), Day(To, nameof(To), words, problems));
        if (from > to) problems.AddModelError(nameof(To), words["Filter.ToBeforeFrom"]);
        var type = Text(Type, nameof(Type), words["Column.What"], words, problems);
        if (type is not null && !AuditTypes.All.Contains(type)) problems.AddModelError(nameof(Type), words["Filter.UnknownType"]);
        return new AuditFilter
        {
            Person = Text(Person, nameof(Person), words["Column.Who"], words, problems),
            Type = type,
            Subject = Text(Subject, nameof(Subject), words["Column.Subject"], words, problems),
            From = from is { } first ? Midnight(first, view.TimeZone) : null,
            Until = to is { } last ? Midnight(last.AddDays(1), view.TimeZone) : null,
        };
    }

    private static string? Text(string? typed, string field, string name, IStringLocalizer<AuditWords> words, ModelStateDictionary problems)
    {
        var text = typed?.Trim();
        if (text?.Length > AuditFilter.MaxText) problems.AddModelError(field, words["Filter.TooLong", name, AuditFilter.MaxText]);
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static DateOnly? Day(string? typed, string field, IStringLocalizer<AuditWords> words, ModelStateDictionary problems)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (DateOnly.TryParseExact(typed.Trim(), Date, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000) return day;
        problems.AddModelError(field, words["Filter.NoDate", words[field == nameof(From) ? "Filter.From" : "Filter.To"].Value]);
        return null;
    }

    private static DateTime Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Where clocks go forward at midnight, that day begins an hour later.
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(30);
        return TimeZoneInfo.ConvertTimeToUtc(midnight, zone);
    }
}

/// <summary>Every kind of event the product can record.</summary>
public static class AuditTypes
{
    public static IReadOnlySet<string> All { get; } = new[] { typeof(AuditFact).Assembly, typeof(AuditTypes).Assembly }
        .SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(AuditFact)) && !t.IsAbstract).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
}
