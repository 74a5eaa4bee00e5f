using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Scoring.Awards;
using DgccAssess.Web.Features.Review;

namespace DgccAssess.Web.Features.Awards;

public sealed record NameInput
{
    public string? Language { get; init; }
    public string? Text { get; init; }
}

/// <summary>A part of a measure; of an empty figure nothing is left.</summary>
public sealed record PartInput
{
    public string? Figure { get; init; }
    public string? Weight { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
}

public sealed record LevelInput
{
    public string? Code { get; init; }
    public int? Places { get; init; }
    public string? From { get; init; }
}

/// <summary>A category of an award as a form holds it. Rows left empty are none, so that a few empty ones at the end need no script.</summary>
public sealed record CategoryInput
{
    private const int SpareRows = 2;

    public List<NameInput> Names { get; init; } = [];
    public List<string> Groups { get; init; } = [];
    public List<string> Regions { get; init; } = [];
    public string? MinimumPredicate { get; init; }
    public string? MinimumIndex { get; init; }
    public List<EntryWaiver> Allow { get; init; } = [];
    public List<PartInput> Measure { get; init; } = [];
    public int? Winners { get; init; }
    public string? Threshold { get; init; }
    public List<LevelInput> Levels { get; init; } = [];
    public List<string> TieBreaks { get; init; } = [];
    public int? Version { get; init; }

    public static CategoryInput Of(AwardDocument document, AwardCategory category, int version) => new()
    {
        Names = [.. document.Languages.Select(l => new NameInput { Language = l, Text = document.Names[AwardNameKeys.Category(category.Code)].Values.GetValueOrDefault(l) })],
        Groups = [.. category.Eligibility.Groups], Regions = [.. category.Eligibility.Regions],
        MinimumPredicate = category.Eligibility.MinimumPredicate, MinimumIndex = ValueText.ToField(category.Eligibility.MinimumIndex), Allow = [.. category.Eligibility.Allow],
        Measure = [.. category.Measure.Parts.Select(p => new PartInput { Figure = RankingJson.Name(p.Figure), Weight = ValueText.ToField(p.Weight), From = ValueText.ToField(p.From), To = ValueText.ToField(p.To) })],
        Winners = category.Winners, Threshold = ValueText.ToField(category.Threshold),
        Levels = [.. category.Levels.Select(l => new LevelInput { Code = l.Code, Places = l.Places, From = ValueText.ToField(l.From) })],
        TieBreaks = [.. category.TieBreaks.Select(RankingJson.Name)], Version = version,
    };

    /// <summary>With empty rows at the end of its lists.</summary>
    public CategoryInput WithSpareRows() => this with
    {
        Measure = [.. Measure.Where(p => !string.IsNullOrEmpty(p.Figure)), .. Enumerable.Repeat(new PartInput(), SpareRows)],
        Levels = [.. Levels.Where(l => !string.IsNullOrWhiteSpace(l.Code)), .. Enumerable.Repeat(new LevelInput(), SpareRows)],
        TieBreaks = [.. TieBreaks.Where(t => !string.IsNullOrEmpty(t)), .. Enumerable.Repeat("", SpareRows)],
    };

    /// <summary>Fields whose text is no number.</summary>
    public IEnumerable<string> Unreadable() => new[] { ("MinimumIndex", MinimumIndex), ("Threshold", Threshold) }
        .Concat(Measure.SelectMany(p => new[] { ("Measure", p.Weight), ("Measure", p.From), ("Measure", p.To) })).Concat(Levels.Select(l => ("Levels", l.From)))
        .Where(field => !ValueText.TryParse(field.Item2, out _)).Select(field => field.Item1).Distinct();

    public EditAwardCategoryCommand ToCommand(string award, string category) => new(award, new AwardCategory
    {
        Code = category,
        Eligibility = new Eligibility
        {
            Groups = Groups, Regions = Regions, Allow = [.. Allow.Distinct()], MinimumPredicate = string.IsNullOrEmpty(MinimumPredicate) ? null : MinimumPredicate, MinimumIndex = Number(MinimumIndex),
        },
        // Alone a part ranks by its own value: range and weight say nothing.
        Measure = new Measure([.. Parts().Select(p => Parts().Count() == 1 ? new MeasurePart(FigureOf(p.Figure!), 1, 0, 1) : new MeasurePart(FigureOf(p.Figure!), Number(p.Weight) ?? 0, Number(p.From) ?? 0, Number(p.To) ?? 0))]),
        Winners = Winners, Threshold = Number(Threshold),
        Levels = [.. Levels.Where(l => !string.IsNullOrWhiteSpace(l.Code)).Select(l => new PrizeLevel(l.Code!.Trim(), l.Places, Number(l.From)))],
        TieBreaks = [.. TieBreaks.Where(t => !string.IsNullOrEmpty(t)).Select(FigureOf)],
    }, Names.Where(n => n.Language is not null).DistinctBy(n => n.Language).ToDictionary(n => n.Language!, n => n.Text ?? "", StringComparer.Ordinal), Version);

    private IEnumerable<PartInput> Parts() => Measure.Where(p => !string.IsNullOrEmpty(p.Figure));

    private static decimal? Number(string? text) => ValueText.TryParse(text, out var value) ? value : null;

    // What names no figure becomes one that the check refuses.
    private static Figure FigureOf(string text) => text.Split(':', 2) is [var kind, .. var code] && Enum.TryParse<FigureKind>(kind, ignoreCase: true, out var known)
        ? new Figure(known, code.Length == 0 ? null : code[0])
        : new Figure((FigureKind)(-1));
}
