using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.DataChecks;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DgccAssess.Web.Features.DataChecks;

/// <summary>What the forms of a row ask for.</summary>
public record DataCheckInput
{
    private const string DayFormat = "yyyy-MM-dd";

    public int? Version { get; init; }
    public string? Edition { get; init; }
    public string? SubIndicator { get; init; }
    public string? HeldBy { get; init; }
    public string? HeldValue { get; init; }
    public string? HeldYear { get; init; }
    public string? NationalValue { get; init; }
    public string? Source { get; init; }
    public string? Least { get; init; }
    public string? Most { get; init; }
    public string? WeightPercent { get; init; }
    public string? FocalPoint { get; init; }
    public string? Status { get; init; }
    public string? LetterOn { get; init; }
    public string? LetterNumber { get; init; }
    public string? Note { get; init; }

    public static DataCheckInput Of(DataCheck check) => new()
    {
        Version = check.Version,
        Edition = check.Edition.ToString(CultureInfo.InvariantCulture),
        SubIndicator = check.SubIndicator,
        HeldBy = check.HeldBy.ToString(),
        HeldValue = Field(check.HeldValue),
        HeldYear = check.HeldYear.ToString(CultureInfo.InvariantCulture),
        NationalValue = Field(check.NationalValue),
        Source = check.Source,
        Least = Field(check.Least),
        Most = Field(check.Most),
        WeightPercent = Field(check.WeightPercent),
        FocalPoint = check.FocalPoint,
        Status = check.Status.ToString(),
        LetterOn = check.LetterOn?.ToString(DayFormat, CultureInfo.InvariantCulture),
        LetterNumber = check.LetterNumber,
        Note = check.Note,
    };

    /// <summary>What was typed as values; what is none is marked at its field.</summary>
    public DataCheckContent Read(ModelStateDictionary problems, MessageText messages)
    {
        return new DataCheckContent(
            Whole(nameof(Edition), Edition) ?? 0, SubIndicator ?? "", Choice<DataHolder>(nameof(HeldBy), HeldBy), Number(nameof(HeldValue), HeldValue, isNeeded: true) ?? 0, Whole(nameof(HeldYear), HeldYear) ?? 0,
            Number(nameof(NationalValue), NationalValue), TypedText.Line(Source), Number(nameof(Least), Least), Number(nameof(Most), Most), Number(nameof(WeightPercent), WeightPercent),
            TypedText.Line(FocalPoint), Choice<DataCheckStatus>(nameof(Status), Status), Day(), TypedText.Line(LetterNumber), TypedText.Lines(Note).Trim());

        decimal? Number(string field, string? typed, bool isNeeded = false)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                if (isNeeded) Add(field, Messages.Required);
                return null;
            }

            // Fields carry the point, whatever the language: "2.5" must not become 25 where the point groups digits.
            if (decimal.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
            Add(field, DataCheckMessages.FigureInvalid);
            return null;
        }

        int? Whole(string field, string? typed)
        {
            if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
            Add(field, string.IsNullOrWhiteSpace(typed) ? Messages.Required : "DataChecks.WholeInvalid");
            return null;
        }

        T Choice<T>(string field, string? typed)
            where T : struct, Enum
        {
            if (Enum.TryParse<T>(typed, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(typed![0])) return value;
            Add(field, "DataChecks.ChoiceInvalid");
            return default;
        }

        DateOnly? Day()
        {
            if (string.IsNullOrWhiteSpace(LetterOn)) return null;
            if (DateOnly.TryParseExact(LetterOn.Trim(), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            Add(nameof(LetterOn), DataCheckMessages.LetterOnInvalid);
            return null;
        }

        void Add(string field, string message) => problems.AddModelError($"Input.{field}", messages.Of(new Problem("", message)));
    }

    private static string? Field(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);
}

public sealed record NewDataCheckInput : DataCheckInput
{
    /// <summary>Made with the form.</summary>
    public Guid? Id { get; init; }
}

/// <summary>A line of the form: a text or a figure.</summary>
public sealed record TextField(string Field, string? Value, int Length, string Direction, string? Help = null);

/// <summary>A list of the form.</summary>
public sealed record ChoiceField(string Field, string? Value, IEnumerable<(string Value, string Text)> Options, bool MayBeEmpty);
