using DgccAssess.Core.Features.SharedCore;

namespace DgccAssess.Web.Features.SharedCore;

public sealed record MappingRowInput
{
    public string? Question { get; init; }
    public string? Kind { get; init; }
    public string? Indicators { get; init; }
    public string? Combine { get; init; }
    public bool SkipUnnamed { get; init; }
    public string? Note { get; init; }
}

/// <summary>A mapping as a form holds it.</summary>
public sealed record MappingInput
{
    public int? Version { get; init; }
    public List<MappingRowInput> Rows { get; init; } = [];

    public static MappingInput Of(CoreMappingState state, string language) => new()
    {
        Version = state.Number,
        Rows =
        [
            .. state.Shown.Mapping.Rows.Select(row => new MappingRowInput
            {
                Question = row.Question,
                Kind = row.Kind.ToString(),
                Indicators = string.Join(' ', row.Indicators),
                Combine = row.Combine.ToString(),
                SkipUnnamed = row.SkipUnnamed,
                Note = state.Shown.NoteIn(row.Question, language)?.Text,
            }),
        ],
    };

    /// <summary>With a row for every question, whatever was sent.</summary>
    public MappingInput Filled(CoreMappingState state, string language) => this with
    {
        Rows = [.. Of(state, language).Rows.Select(row => Rows.Find(sent => sent.Question == row.Question) ?? row)],
    };

    public IReadOnlyList<TypedRow> Typed() => [.. Rows.Select(row => new TypedRow
    {
        Question = row.Question, Kind = row.Kind, Indicators = row.Indicators, Combine = row.Combine, SkipUnnamed = row.SkipUnnamed, Note = row.Note,
    })];
}
