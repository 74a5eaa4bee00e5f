using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>The answer as the form sends it: everything is text until it is read.</summary>
public sealed record AnswerInput
{
    public int? Version { get; init; }
    public List<string> Criteria { get; init; } = [];
    public List<FactInput> Facts { get; init; } = [];
    public string? Analysis { get; init; }
    public string? Level { get; init; }
    public string? Subject { get; init; }

    public static AnswerInput Of(AnswerContent content, int version) => new()
    {
        Version = version,
        Criteria = [.. content.Criteria],
        Facts = [.. content.Facts.Select(f => new FactInput { Document = f.Document, Number = f.Number, Article = f.Article, Page = f.Page })],
        Analysis = content.Analysis,
        Level = content.Level is { } level ? LevelText(level) : null,
        Subject = content.Subject,
    };

    /// <summary>A level as form fields carry it: 3 or 2.5, whatever the language.</summary>
    public static string LevelText(decimal level) => level.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The content, or the one thing about it that can't be read.</summary>
    public Result<AnswerContent> ToContent()
    {
        decimal? level = null;
        if (!string.IsNullOrWhiteSpace(Level))
        {
            // 2.5 and 2,5 both mean two and a half: people type what their keyboard offers.
            var typed = Level.Trim().Replace(',', '.');
            if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                return Result<AnswerContent>.From(Result.Invalid(nameof(Level), SelfAssessmentMessages.LevelNotNumber));
            }

            level = value;
        }

        var subject = TypedText.Line(Subject);
        return new AnswerContent(
            [.. Criteria.Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            level,
            [.. Facts.Select(f => f.ToFact()).OfType<Fact>()],
            TypedText.Lines(Analysis),
            subject.Length == 0 ? null : subject);
    }
}

public sealed record FactInput
{
    public string? Document { get; init; }
    public string? Number { get; init; }
    public string? Article { get; init; }
    public string? Page { get; init; }

    /// <summary>Null for an empty row.</summary>
    public Fact? ToFact()
    {
        var fact = new Fact(TypedText.Line(Document), TypedText.Line(Number), TypedText.Line(Article), TypedText.Line(Page));
        return fact == new Fact("", "", "", "") ? null : fact;
    }
}
