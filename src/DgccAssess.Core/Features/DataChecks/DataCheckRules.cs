using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Core.Features.DataChecks;

/// <summary>What a row of the work list may hold: functions of values.</summary>
public static class DataCheckRules
{
    public const int SourceLength = 500;
    public const int FocalPointLength = 200;
    public const int LetterLength = 100;
    public const int NoteLength = 1000;

    /// <summary>Digits of a figure, and those after the point.</summary>
    public const int Digits = 18;

    public const int Decimals = 6;

    /// <summary>Rows a list may have: there are not twenty sub-indicators.</summary>
    public const int Most = 500;

    private const decimal Largest = 1_000_000_000;

    /// <summary>Problems in the order of the form.</summary>
    public static IEnumerable<Problem> Check(DataCheckContent content, DateOnly today)
    {
        if (ShippedEgdi.Editions.All(e => e.Year != content.Edition)) yield return new(nameof(content.Edition), DataCheckMessages.EditionUnknown);
        if (EgdiSubIndicator.Find(content.SubIndicator) is not { } figure) yield return new(nameof(content.SubIndicator), DataCheckMessages.SubIndicatorUnknown);
        else if (!figure.IsIn(content.Edition)) yield return new(nameof(content.SubIndicator), DataCheckMessages.NotInEdition, content.Edition);
        if (!Fits(content.HeldValue)) yield return new(nameof(content.HeldValue), DataCheckMessages.FigureInvalid);
        if (content.HeldYear < 1990 || content.HeldYear > today.Year) yield return new(nameof(content.HeldYear), DataCheckMessages.YearInvalid, 1990, today.Year);
        if (!Fits(content.NationalValue)) yield return new(nameof(content.NationalValue), DataCheckMessages.FigureInvalid);
        if (content.Source.Length > SourceLength) yield return new(nameof(content.Source), Messages.TooLong, SourceLength);
        if (!Fits(content.Least)) yield return new(nameof(content.Least), DataCheckMessages.FigureInvalid);
        if (!Fits(content.Most)) yield return new(nameof(content.Most), DataCheckMessages.FigureInvalid);
        else if (content.Least is null != content.Most is null) yield return new(content.Most is null ? nameof(content.Most) : nameof(content.Least), DataCheckMessages.RangeHalf);
        else if (content.Least >= content.Most) yield return new(nameof(content.Most), DataCheckMessages.RangeEmpty);
        if (content.WeightPercent is <= 0 or > 100 || !Fits(content.WeightPercent)) yield return new(nameof(content.WeightPercent), DataCheckMessages.WeightInvalid);
        if (content.FocalPoint.Length > FocalPointLength) yield return new(nameof(content.FocalPoint), Messages.TooLong, FocalPointLength);
        if (content.LetterOn is { } day && (day.Year < 2000 || day > today.AddDays(1))) yield return new(nameof(content.LetterOn), DataCheckMessages.LetterOnInvalid);
        if (content.Status is not DataCheckStatus.Found && content.LetterOn is null) yield return new(nameof(content.LetterOn), DataCheckMessages.LetterMissing);
        if (content.LetterNumber.Length > LetterLength) yield return new(nameof(content.LetterNumber), Messages.TooLong, LetterLength);
        if (content.Note.Length > NoteLength) yield return new(nameof(content.Note), Messages.TooLong, NoteLength);
    }

    private static bool Fits(decimal? value) => value is null || (value is > -Largest and < Largest && Math.Round(value.Value, Decimals) == value);
}

public static class DataCheckMessages
{
    public const string EditionUnknown = "DataChecks.EditionUnknown";
    public const string SubIndicatorUnknown = "DataChecks.SubIndicatorUnknown";
    public const string NotInEdition = "DataChecks.NotInEdition";
    public const string FigureInvalid = "DataChecks.FigureInvalid";
    public const string YearInvalid = "DataChecks.YearInvalid";
    public const string RangeHalf = "DataChecks.RangeHalf";
    public const string RangeEmpty = "DataChecks.RangeEmpty";
    public const string WeightInvalid = "DataChecks.WeightInvalid";
    public const string LetterOnInvalid = "DataChecks.LetterOnInvalid";
    public const string LetterMissing = "DataChecks.LetterMissing";
    public const string TooMany = "DataChecks.TooMany";
}
