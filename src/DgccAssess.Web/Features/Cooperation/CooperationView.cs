using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.Cooperation.Pipeline;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Web.Features.Egdi;
using DgccAssess.Web.Shared;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Cooperation;

/// <summary>Facts of the register as the reader's language writes them.</summary>
public static class CooperationView
{
    /// <summary>A text in the reader's language, else in English.</summary>
    public static string Text(this LocalizedText text) =>
        text.Values.ContainsKey(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ? text.InCurrentLanguage() : text.In(CooperationRules.CommonLanguage);

    /// <summary>14 July 2023, July 2023 or 2023: as exactly as it is known.</summary>
    public static string Date(this PartialDate? date) =>
        date is not { } d ? "–" : d.First.ToString(d.Day is not null ? "d MMMM yyyy" : d.Month is not null ? "MMMM yyyy" : "yyyy", CultureInfo.CurrentCulture);

    public static string Day(this DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) ?? "–";

    /// <summary>2017–2019, 2021–2023.</summary>
    public static string Years(this YearSpans years) => years.All.Select(s => s.From == s.To ? Year(s.From) : $"{Year(s.From)}–{(s.To is { } to ? Year(to) : "")}").Between();

    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    public static string Amount(decimal amount) => amount.ToString("#,0", CultureInfo.CurrentCulture);

    /// <summary>The country in the reader's language where the words have it, else as the EGDI's pages write it.</summary>
    public static string CountryName(this IStringLocalizer words, string country) =>
        words["Country." + country] is { ResourceNotFound: false } name ? name.Value : EgdiView.NameOf(country);

    /// <summary>All states by their names in the reader's language.</summary>
    public static IEnumerable<(string Value, string Text)> Countries(this IStringLocalizer words) =>
        CountryNames.Codes.Select(c => (c, words.CountryName(c))).OrderBy(c => c.Item2, StringComparer.CurrentCulture);

    public static StatusTag Tag(this ProjectStatus status, IStringLocalizer words) => new(
        words["Status." + status],
        status switch { ProjectStatus.Running => StatusKind.Info, ProjectStatus.Finished => StatusKind.Ok, ProjectStatus.Stopped => StatusKind.Warn, _ => StatusKind.Quiet });

    public static StatusTag Tag(this Pace pace, IStringLocalizer words) =>
        new(words["Pace." + pace], pace switch { Pace.Late => StatusKind.Bad, Pace.OnTime => StatusKind.Ok, _ => StatusKind.Quiet });

    public static IEnumerable<(string Value, string Text)> Choices<T>(IStringLocalizer words, string group)
        where T : struct, Enum => Enum.GetNames<T>().Select(n => (n, words[$"{group}.{n}"].Value));
}
