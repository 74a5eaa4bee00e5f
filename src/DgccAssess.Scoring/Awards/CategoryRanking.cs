using System.Globalization;

namespace DgccAssess.Scoring.Awards;

/// <summary>The outcome of one category: every candidate is either ranked or refused.</summary>
public sealed class CategoryRanking
{
    private readonly CandidateTable table;
    private readonly CategoryPlan plan;
    private readonly int[] order;
    private readonly byte[] steps;
    private readonly Refusal[] refusals;
    private readonly int winners;
    private readonly long[] levelLimits;

    internal CategoryRanking(CandidateTable table, CategoryPlan plan, int[] order, byte[] steps, Refusal[] refusals, int winners)
    {
        (this.table, this.plan, this.order, this.steps, this.refusals, this.winners) = (table, plan, order, steps, refusals, winners);
        levelLimits = [.. plan.Category.Levels.Select(level => level.From is { } from ? RawValue.LowestShownAs(from, table.Award.Rounding) : long.MaxValue)];
    }

    public AwardCategory Category => plan.Category;
    public int RankedCount => order.Length;
    public int WinnerCount => winners;

    /// <summary>From the first rank on; who shares a rank stands in the order of codes.</summary>
    public IEnumerable<RankedCandidate> Ranking => Take(order.Length);

    public IEnumerable<RankedCandidate> Winners => Take(winners);

    /// <summary>In the order of codes.</summary>
    public IEnumerable<RefusedCandidate> Refusals
    {
        get
        {
            for (var i = 0; i < refusals.Length; i++)
                if (refusals[i] != Refusal.None)
                    yield return new RefusedCandidate(table.Codes[i], RefusalCodes.Of(refusals[i]));
        }
    }

    private IEnumerable<RankedCandidate> Take(int count)
    {
        var (rank, raw) = (0, table.Columns[plan.Column]);
        for (var i = 0; i < count; i++)
        {
            rank = steps[i] == CategoryDecision.Shared ? rank : i + 1;
            var isShared = steps[i] == CategoryDecision.Shared || IsSharedWithNext(i);
            var value = raw[order[i]];
            yield return new RankedCandidate(
                table.Codes[order[i]], rank, RawValue.ToDecimal(value), RawValue.Publish(value, table.Award.Rounding),
                i < winners, i < winners ? LevelOf(rank, value) : null, isShared, TieBreakOf(i));
        }
    }

    private bool IsSharedWithNext(int i) => i + 1 < steps.Length && steps[i + 1] == CategoryDecision.Shared;

    /// <summary>The furthest step that was needed between it and its neighbours of equal value; null without such a neighbour.</summary>
    private TieBreakStep? TieBreakOf(int i)
    {
        var step = Math.Max(steps[i], i + 1 < steps.Length ? steps[i + 1] : (byte)0);
        return step switch
        {
            0 => null,
            CategoryDecision.Shared => new TieBreakStep(Category.TieBreaks.Count + 1, null),
            _ => new TieBreakStep(step, Category.TieBreaks[step - 1]),
        };
    }

    private string? LevelOf(int rank, long raw)
    {
        var places = 0;
        for (var i = 0; i < levelLimits.Length; i++)
        {
            places += Category.Levels[i].Places ?? 0;
            if (raw >= levelLimits[i] || rank <= places)
                return Category.Levels[i].Code;
        }
        return null;
    }
}

/// <param name="Code">The candidate.</param>
/// <param name="Rank">Equal ones share a rank and the next is skipped.</param>
/// <param name="Exact">The raw value it is ranked by, to 15 decimals.</param>
/// <param name="Published">The value as shown.</param>
/// <param name="IsWinner">It wins.</param>
/// <param name="Level">Of the prize; null without levels.</param>
/// <param name="IsShared">Another one has the same rank.</param>
/// <param name="TieBreak">What set it apart from candidates of the same raw value; null when there is none.</param>
public sealed record RankedCandidate(
    string Code, int Rank, decimal Exact, decimal Published, bool IsWinner, string? Level, bool IsShared, TieBreakStep? TieBreak)
{
    public string PublishedText => Published.ToString(CultureInfo.InvariantCulture);

    public string ExactText => Exact.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Step">Its number on the ladder, from 1; one more than the ladder has when the rank is shared.</param>
/// <param name="Figure">What decided; null when nothing did and the rank is shared.</param>
public sealed record TieBreakStep(int Step, Figure? Figure);

/// <param name="Code">The candidate.</param>
/// <param name="Reasons">All of them, <see cref="RefusalCodes"/>.</param>
public sealed record RefusedCandidate(string Code, IReadOnlyList<string> Reasons);
