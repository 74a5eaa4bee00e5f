using DgccAssess.Scoring.Disclosure;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Sharing.Payload;

/// <summary>
/// The shared core of a round as tables for disclosure control, and as it may be said afterwards. A question of which some level of the nation holds too few is said in bands, of the nation and of
/// its groups: by level most of it would have to be hidden.
/// </summary>
internal sealed class DisclosedCore(CoreSummary core, string round, bool withGroups, DisclosureRule rule, IReadOnlyList<SharedPayload> earlier)
{
    public const string All = "core-all";
    public const string Group = "core-group";
    public const string Change = "core-change";
    public const string Size = "core-size";

    private static readonly string[] Levels = ["1", "2", "3", "4", "5"];
    private static readonly string[] Bands = ["low", "middle", "high"];
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
            var inBands = IsInBands(question);
            yield return Table(All, "all", question.Code, inBands, ["all"], [question]);
            if (withGroups) yield return Table(Group, "group", question.Code, inBands, [.. core.Groups.Select(g => g.Group!)], [.. core.Groups.Select(g => g.Find(question.Code)!)]);
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
        List<int?> counts = [.. table.Counts[row].Select(c => (int?)c)];
        var inBands = counts.Count == Bands.Length;
        Hidden += counts.Count(count => count is null) + (table.RowTotals[row] is null ? 1 : 0);
        return question with
        {
            Answered = (int?)table.RowTotals[row],
            Levels = inBands ? [.. Levels.Select(_ => (int?)null)] : counts,
            Bands = inBands ? new CoreBands(counts[0], counts[1], counts[2]) : null,
            Mean = !inBands && counts.TrueForAll(count => count is not null) ? question.Mean : null,
            Change = change?.Counts[0] is [{ } up, { } same, { } down] ? new SharedCoreChange((int)up, (int)same, (int)down) : null,
        };
    }

    /// <summary>In the form it was said in first: two forms of one round could be laid over each other.</summary>
    private bool IsInBands(SharedCoreQuestion question) =>
        earlier.Select(payload => payload.Core?.FirstOrDefault(figures => figures.Group is null)?.Find(question.Code)).FirstOrDefault(said => said is { Kind: not CoreKind.None }) is { } first
            ? first.Bands is not null
            : question.Levels.Any(level => rule.Hides(level!.Value));

    private CountTable Table(string kind, string rows, string question, bool inBands, IReadOnlyList<string> codes, IReadOnlyList<SharedCoreQuestion> counted) => new()
    {
        Name = $"{kind}/{question}", RowDimension = rows, ColumnDimension = $"level {question}", Population = round,
        Rows = codes, Columns = inBands ? Bands : Levels,
        Counts = [.. counted.Select(row => (IReadOnlyList<long>)[.. (inBands ? row.ToBands().ToList() : row.Levels).Select(count => (long)count!.Value)])],
    };
}
