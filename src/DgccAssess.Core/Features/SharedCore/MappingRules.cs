using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.SharedCore;

/// <summary>A row as typed.</summary>
public sealed record TypedRow
{
    public string? Question { get; init; }
    public string? Kind { get; init; }

    /// <summary>Codes with a space, comma or line between them.</summary>
    public string? Indicators { get; init; }

    public string? Combine { get; init; }
    public bool SkipUnnamed { get; init; }
    public string? Note { get; init; }
}

/// <summary>What a tenant may make of a mapping. Every question has its row; one that was not sent stays as it is.</summary>
internal static class MappingRules
{
    public const int MaxNoteLength = 2000;
    private const int MaxCodes = 1000;

    public static Result<MappingDocument> Settle(CoreMappingState state, IReadOnlyList<TypedRow> typed, string language)
    {
        if (state.Shown.Mapping.Draft || state.Document.Instrument.Draft) return Result<MappingDocument>.From(Result.Conflict(CoreMessages.Draft));
        var problems = new List<Problem>();
        var rows = new List<CoreRow>();
        var notes = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var (at, row) in state.Proposal.Mapping.Rows.Index())
        {
            var field = $"Rows[{at}]";
            var before = state.Shown.Mapping.Rows.FirstOrDefault(r => r.Question == row.Question) ?? row;
            var sent = typed.FirstOrDefault(t => t.Question == row.Question);
            rows.Add(sent is null ? before : Row(before, sent, field, problems));
            notes[row.Question] = sent is null ? state.Shown.NotesOf(row.Question) : Notes(state.Shown, row.Question, sent, language);
            if ((sent?.Note?.Length ?? 0) > MaxNoteLength) problems.Add(new($"{field}.Note", Messages.TooLong, MaxNoteLength));
            else if (notes[row.Question].Count == 0 && !Same(rows[^1], row)) problems.Add(new($"{field}.Note", CoreMessages.NoteMissing));
        }

        var mapping = new CoreMapping { Instrument = state.Code, Rows = rows };
        if (problems.Count == 0) problems.AddRange(CoreMappingCheck.Check(ShippedCore.Document.Structure, mapping, state.Indicators).Select(problem => ProblemOf(problem, rows)));
        return problems.Count > 0 ? Result<MappingDocument>.From(Result.Invalid(problems)) : new MappingDocument(state.Proposal.Core, state.Proposal.CoreVersion, mapping, notes);
    }

    /// <summary>Questions whose row is another one; a note alone is no change of it.</summary>
    public static IReadOnlyList<string> Changed(MappingDocument before, MappingDocument now) =>
        [.. now.Mapping.Rows.Where(row => before.Mapping.Rows.FirstOrDefault(r => r.Question == row.Question) is not { } was || !Same(was, row)).Select(row => row.Question)];

    private static bool Same(CoreRow a, CoreRow b) => (a.Kind, a.Combine, a.SkipUnnamed) == (b.Kind, b.Combine, b.SkipUnnamed) && a.Indicators.SequenceEqual(b.Indicators, StringComparer.Ordinal);

    private static CoreRow Row(CoreRow before, TypedRow sent, string field, List<Problem> problems)
    {
        var kind = Word<CoreKind>(sent.Kind);
        var combine = Word<CoreCombine>(sent.Combine ?? nameof(CoreCombine.Mean));
        if (kind is null) problems.Add(new($"{field}.Kind", CoreMessages.KindUnknown));
        if (combine is null) problems.Add(new($"{field}.Combine", CoreMessages.CombineUnknown));
        if ((sent.Indicators?.Length ?? 0) > MaxCodes) problems.Add(new($"{field}.Indicators", Messages.TooLong, MaxCodes));
        return before with
        {
            Kind = kind ?? before.Kind,
            Indicators = [.. (sent.Indicators ?? "").Split([' ', ',', ';', '\r', '\n', '\t', '،'], StringSplitOptions.RemoveEmptyEntries)],
            Combine = combine ?? before.Combine,
            SkipUnnamed = sent.SkipUnnamed,
        };
    }

    // A note that was changed is said in one language; the others would speak of what is no longer so.
    private static IReadOnlyDictionary<string, string> Notes(MappingDocument shown, string question, TypedRow sent, string language)
    {
        var note = TypedText.Lines(sent.Note).Trim().Normalize();
        if (shown.NoteIn(question, language) is { } before && before.Text == note) return shown.NotesOf(question);
        return note.Length == 0 ? new Dictionary<string, string>() : new Dictionary<string, string>(StringComparer.Ordinal) { [language] = note };
    }

    private static T? Word<T>(string? word)
        where T : struct, Enum => Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word![0]) ? value : null;

    private static Problem ProblemOf(CoreMappingProblem problem, List<CoreRow> rows)
    {
        var field = $"Rows[{rows.FindIndex(row => row.Question == problem.Question)}].Indicators";
        return problem.Fault switch
        {
            CoreMappingFault.IndicatorsOfNone => new(field, CoreMessages.IndicatorsOfNone),
            CoreMappingFault.NoIndicators => new(field, CoreMessages.NoIndicators),
            CoreMappingFault.IndicatorTwice => new(field, CoreMessages.IndicatorTwice, problem.Indicator!),
            CoreMappingFault.UnknownIndicator => new(field, CoreMessages.IndicatorUnknown, problem.Indicator!),
            CoreMappingFault.IndicatorOfTwoQuestions => new(field, CoreMessages.IndicatorTaken, problem.Indicator!),
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Fault, message: null),
        };
    }
}
