using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Review;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Objections;

/// <summary>The days in which an agency may object: from the first publication of its result on. A correction opens none anew.</summary>
public sealed record ObjectionWindow(DateTime OpenedAt, int Days)
{
    public DateTime ClosesAt => OpenedAt.AddDays(Days);

    public bool IsOpenAt(DateTime nowUtc) => Days > 0 && nowUtc <= ClosesAt;
}

/// <summary>A value as the form has it.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Value">What is asked for; null: the objection does not concern it.</param>
public sealed record AskedValue(string Indicator, decimal? Value);

/// <summary>What an objection may hold: functions of values.</summary>
public static class ObjectionRules
{
    /// <summary>Characters of a reason and of an answer; the columns hold as many.</summary>
    public const int TextLength = 4000;

    /// <summary>Every problem at once, in the order of the form.</summary>
    /// <param name="instrument">Of the round.</param>
    /// <param name="published">The value in force of each indicator.</param>
    /// <param name="reason">As stored.</param>
    /// <param name="asked">As typed.</param>
    public static IEnumerable<Problem> Check(Instrument instrument, IReadOnlyDictionary<string, decimal?> published, string reason, IReadOnlyList<AskedValue> asked) =>
        CheckText(nameof(FileObjectionCommand.Reason), reason, ObjectionMessages.ReasonMissing).Concat(asked.SelectMany((point, i) => CheckPoint(instrument, published, point, i)));

    public static IEnumerable<Problem> CheckText(string field, string text, string missing)
    {
        if (text.Length == 0) yield return new(field, missing);
        if (text.Length > TextLength) yield return new(field, Messages.TooLong, TextLength);
    }

    /// <summary>What is asked for, in the instrument's order.</summary>
    public static IReadOnlyList<ObjectionPoint> Points(Instrument instrument, IReadOnlyDictionary<string, decimal?> published, IReadOnlyList<AskedValue> asked)
    {
        var values = asked.Where(a => a.Value is not null).ToDictionary(a => a.Indicator, a => a.Value!.Value, StringComparer.Ordinal);
        return [.. instrument.Indicators().Where(n => values.ContainsKey(n.Code)).Select(n => new ObjectionPoint(n.Code, published.GetValueOrDefault(n.Code), values[n.Code]))];
    }

    private static IEnumerable<Problem> CheckPoint(Instrument instrument, IReadOnlyDictionary<string, decimal?> published, AskedValue asked, int place)
    {
        if (asked.Value is not { } value) yield break;
        var field = $"{nameof(FileObjectionCommand.Points)}[{place}].Value";
        if (instrument.FindIndicator(asked.Indicator)?.Indicator is not { } indicator)
            yield return new(field, Messages.UnknownIndicator, asked.Indicator.Length > 32 ? asked.Indicator[..32] : asked.Indicator);
        else if (VerdictRules.CheckValue(field, instrument.ScaleOf(indicator), asked.Indicator, value) is { } offScale)
            yield return offScale;
        else if (published.GetValueOrDefault(asked.Indicator) == value)
            yield return new(field, ObjectionMessages.SameValue, asked.Indicator);
    }
}

public static class ObjectionMessages
{
    public const string WindowOver = "Objections.WindowOver";
    public const string OpenAlready = "Objections.OpenAlready";
    public const string ReasonMissing = "Objections.ReasonMissing";
    public const string SameValue = "Objections.SameValue";
    public const string IndicatorTwice = "Objections.IndicatorTwice";
    public const string Answered = "Objections.Answered";
    public const string Withdrawn = "Objections.Withdrawn";
    public const string VerdictMissing = "Objections.VerdictMissing";
    public const string AnswerMissing = "Objections.AnswerMissing";
}
