using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <param name="Field">The form field it is about, as the form names it.</param>
/// <param name="Title">The field in words.</param>
/// <param name="Mine">Lines this person wanted to store.</param>
/// <param name="Theirs">Lines that are stored.</param>
/// <param name="MyValues">Values of choices (criteria, level), for the script that takes them over.</param>
/// <param name="TheirValues">The same of what is stored.</param>
public sealed record ConflictPart(string Field, string Title, IReadOnlyList<string> Mine, IReadOnlyList<string> Theirs, string? MyValues = null, string? TheirValues = null)
{
    /// <summary>The form has one field of this name, so that a script can write either version into it. Rows of facts are changed by hand.</summary>
    public bool CanBeTaken => Field is not "Input.Facts";

    public bool CanBeJoined => Field is "Input.Analysis" or "Input.Criteria";

    /// <summary>Shows what each version has beyond the other, not all of it.</summary>
    public bool IsDifferenceOnly => Field is "Input.Criteria";
}

/// <summary>Two versions of one answer side by side: only the parts that differ.</summary>
public sealed class ConflictView(InstrumentTexts texts, IStringLocalizer words)
{
    public IReadOnlyList<ConflictPart> Parts(AnswerContent mine, AnswerContent theirs) =>
    [
        .. mine.Criteria.SequenceEqual(theirs.Criteria) ? Array.Empty<ConflictPart>() : [Criteria(mine, theirs)],
        .. Text("Subject", mine.Subject ?? "", theirs.Subject ?? ""),
        .. mine.Facts.SequenceEqual(theirs.Facts) ? Array.Empty<ConflictPart>() : [new("Input.Facts", words["Field.Facts"], Lines(mine.Facts), Lines(theirs.Facts))],
        .. Text("Analysis", mine.Analysis, theirs.Analysis),
        .. mine.Level == theirs.Level ? Array.Empty<ConflictPart>() : [Level(mine.Level, theirs.Level)],
    ];

    private IEnumerable<ConflictPart> Text(string field, string mine, string theirs) =>
        mine == theirs ? [] : [new("Input." + field, words["Field." + field], [mine], [theirs])];

    private ConflictPart Criteria(AnswerContent mine, AnswerContent theirs) => new(
        "Input.Criteria", words["Ladder.Title"],
        [.. mine.Criteria.Except(theirs.Criteria, StringComparer.Ordinal).Select(texts.Criterion)],
        [.. theirs.Criteria.Except(mine.Criteria, StringComparer.Ordinal).Select(texts.Criterion)],
        string.Join(' ', mine.Criteria), string.Join(' ', theirs.Criteria));

    private ConflictPart Level(decimal? mine, decimal? theirs) => new("Input.Level", words["Field.Level"], [Shown(mine)], [Shown(theirs)], Value(mine), Value(theirs));

    private string Shown(decimal? level) => level is { } value ? words["Level.Of", value.ToString("0.##", System.Globalization.CultureInfo.CurrentCulture)] : words["Level.None"];

    private static string Value(decimal? level) => level is { } value ? AnswerInput.LevelText(value) : "";

    private static List<string> Lines(IReadOnlyList<Fact> facts) =>
        [.. facts.Select(f => string.Join(" · ", new[] { f.Document, f.Number, f.Article, f.Page }.Where(cell => cell.Length > 0)))];
}
