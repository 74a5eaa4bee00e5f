using DgccAssess.Scoring.Disclosure;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Sharing.Payload;

/// <summary>The shared core of a round as tables for disclosure control, and as it may be said afterwards.</summary>
internal sealed class DisclosedCore(CoreSummary core, string round, bool withGroups)
{
    public const string All = "core-all";
    public const string Group = "core-group";
    public const string Change = "core-change";
    public const string Size = "core-size";

    private static readonly string[] Levels = ["1", "2", "3", "4", "5"];
    private static readonly string[] Directions = ["up", "same", "down"];

    /// <summary>Counts and means that are hidden.</summary>
    public int Hidden { get; private set; }

    public static bool Speaks(string kind) => kind is All or Group or Change or Size;

    public IEnumerable<CountTable> Tables()
    {
        if (withGroups)
        {
            yield return new CountTable
            {
                Name = $"{Size}/", RowDimension = "group of the round", ColumnDimension = "in the round", Population = $"{round} whole",
                Rows = [.. core.Groups.Select(g => g.Group!)], Columns = ["agencies"], Counts = [.. core.Groups.Select(g => (IReadOnlyList<long>)[g.Agencies!.Value])],
            };
        }

        foreach (var question in core.Whole.Questions.Where(q => q.Kind is not CoreKind.None))
        {
            yield return Table(All, "all", question.Code, ["all"], [question.Levels]);
            if (withGroups) yield return Table(Group, "group", question.Code, [.. core.Groups.Select(g => g.Group!)], [.. core.Groups.Select(g => g.Find(question.Code)!.Levels)]);
            if (question.Change is { } change)
            {
                yield return new CountTable
                {
                    Name = $"{Change}/{question.Code}", RowDimension = $"panel {question.Code}", ColumnDimension = $"direction {question.Code}", Population = $"{round} {question.Code} since before",
                    Rows = ["all"], Columns = Directions, Counts = [[change.Up ?? 0, change.Same ?? 0, change.Down ?? 0]],
                };
            }
        }
    }

    public IReadOnlyList<SharedCoreFigures> Figures(IReadOnlyDictionary<string, PublishedTable> published) =>
    [
        core.Whole with { Questions = [.. core.Whole.Questions.Select(q => Said(q, published.GetValueOrDefault($"{All}/{q.Code}"), 0, published.GetValueOrDefault($"{Change}/{q.Code}")))] },
        .. withGroups ? core.Groups.Select((g, row) => g with
        {
            Agencies = (int?)published[$"{Size}/"].RowTotals[row],
            ShareVerified = null,
            Questions = [.. g.Questions.Select(q => Said(q, published.GetValueOrDefault($"{Group}/{q.Code}"), row, change: null))],
        }) : [],
    ];

    /// <summary>A mean beside counts of which some are hidden would give them back: the sum of levels is a further equation. It is said where every count is.</summary>
    private SharedCoreQuestion Said(SharedCoreQuestion question, PublishedTable? table, int row, PublishedTable? change)
    {
        if (table is null) return question with { Answered = question.Kind is CoreKind.None ? 0 : null, Levels = [.. Levels.Select(_ => question.Kind is CoreKind.None ? 0 : (int?)null)], Mean = null, Change = null };
        List<int?> levels = [.. table.Counts[row].Select(c => (int?)c)];
        Hidden += levels.Count(l => l is null) + (table.RowTotals[row] is null ? 1 : 0);
        return question with
        {
            Answered = (int?)table.RowTotals[row],
            Levels = levels,
            Mean = levels.TrueForAll(l => l is not null) ? question.Mean : null,
            Change = change?.Counts[0] is [{ } up, { } same, { } down] ? new SharedCoreChange((int)up, (int)same, (int)down) : null,
        };
    }

    private CountTable Table(string kind, string rows, string question, IReadOnlyList<string> codes, IReadOnlyList<IReadOnlyList<int?>> counts) => new()
    {
        Name = $"{kind}/{question}", RowDimension = rows, ColumnDimension = $"level {question}", Population = round,
        Rows = codes, Columns = Levels, Counts = [.. counts.Select(row => (IReadOnlyList<long>)[.. row.Select(c => (long)c!.Value)])],
    };
}
