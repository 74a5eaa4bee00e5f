using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Cooperation;

/// <summary>Turns what was typed into values; what is none is marked at its field, in the order of the form.</summary>
public sealed class InputReader(PageModel page, MessageText messages)
{
    private const string IsoDay = "yyyy-MM-dd";

    public static string Text(string? typed) => TypedText.Lines(typed).Trim();

    public static string Line(string? typed) => TypedText.Line(typed);

    public static string? ToField(decimal? value) => value?.ToString("0.######", CultureInfo.CurrentCulture);

    public static string? ToField(DateOnly? day) => day?.ToString(IsoDay, CultureInfo.InvariantCulture);

    public static string? ToField(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public PartialDate? Date(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (PartialDate.TryParse(typed, out var date)) return date;
        Refuse(field, CooperationMessages.DateInvalid);
        return null;
    }

    public DateOnly? Day(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (DateOnly.TryParseExact(typed.Trim(), IsoDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Refuse(field, "Cooperation.DayInvalid");
        return null;
    }

    /// <summary>Someone’s years; a stand-in where they can't be read, as the form goes back anyway.</summary>
    public YearSpans Years(string field, string? typed, string message = CooperationMessages.YearsInvalid)
    {
        if (YearSpans.TryParse(typed, out var years)) return years;
        Refuse(field, message);
        return YearSpans.Parse("2000");
    }

    /// <summary>Tags with commas or spaces between, each once.</summary>
    public static IReadOnlyList<string> Languages(string? typed) => [.. (typed ?? "").Split([',', '،', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    public decimal? Number(string field, string? typed, string message, params object[] arguments)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var plain = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
        if (plain.Length <= 40 && decimal.TryParse(plain, NumberStyles.Number, CultureInfo.CurrentCulture, out var number)) return number;
        Refuse(field, message, arguments);
        return null;
    }

    public int? Whole(string field, string? typed, string message, params object[] arguments)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Refuse(field, message, arguments);
        return null;
    }

    public T Choice<T>(string field, string? typed)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(typed, out var value) && Enum.GetNames<T>().Contains(typed, StringComparer.Ordinal)) return value;
        Refuse(field, CooperationMessages.ChoiceInvalid);
        return default;
    }

    public T? OptionalChoice<T>(string field, string? typed)
        where T : struct, Enum => string.IsNullOrEmpty(typed) ? null : Choice<T>(field, typed);

    private void Refuse(string field, string message, params object[] arguments)
    {
        page.ModelState.AddModelError($"Input.{field}", messages.Of(new Problem(field, message, arguments)));
        page.HttpContext.ProblemFields().Add($"Input.{field}");
    }
}
