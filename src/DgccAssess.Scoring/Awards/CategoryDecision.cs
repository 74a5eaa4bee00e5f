namespace DgccAssess.Scoring.Awards;

/// <summary>Decides one category: who may enter, in which order, who wins. One pass each over arrays; only ties are compared.</summary>
internal sealed class CategoryDecision(CandidateTable table, CategoryPlan plan, ColumnOrder sorted)
{
    /// <summary>No step of the ladder tells it from the candidate before.</summary>
    public const byte Shared = byte.MaxValue;

    // What explains a missing value better than "no value" does.
    private const Refusal WhyNoValue = Refusal.NoIndex | Refusal.NoPrevious | Refusal.PreviousOtherInstrument | Refusal.NoJury;

    private readonly long[][] ladder = [.. plan.TieBreaks.Select(column => table.Columns[column])];

    /// <param name="won">By candidate, whether it won before; this category's winners are added. Empty where an agency may win any number.</param>
    public CategoryRanking Decide(bool[] won)
    {
        var refusals = Refuse(won);
        var order = new int[refusals.AsSpan().Count(Refusal.None)];
        var steps = new byte[order.Length];
        var values = new long[order.Length];
        var next = 0;
        for (var i = 0; i < sorted.Positions.Length && next < order.Length; i++)
        {
            var candidate = sorted.Positions[i];
            (order[next], values[next]) = (candidate, sorted.Values[i]);
            next += refusals[candidate] == Refusal.None ? 1 : 0;
        }
        BreakTies(order, values, steps);
        var winners = CountWinners(values, steps);
        foreach (var winner in won.Length == 0 ? [] : order.AsSpan(0, winners))
            won[winner] = true;
        return new CategoryRanking(table, plan, order, steps, refusals, winners);
    }

    private Refusal[] Refuse(bool[] won)
    {
        var (rules, column, index) = (plan.Category.Eligibility, table.Columns[plan.Column], table.Columns[table.Plan.Index]);
        var groups = Closed(rules.Groups, table.GroupNumbers, Refusal.OtherGroup);
        var regions = Closed(rules.Regions, table.RegionNumbers, Refusal.OtherRegion);
        var predicate = rules.MinimumPredicate is { } minimum ? table.Award.Predicates.ToList().IndexOf(minimum) : -1;
        var lowest = rules.MinimumIndex is { } limit ? RawValue.LowestShownAs(limit, table.Award.Rounding) : long.MinValue;
        var demands = rules.MinimumIndex is null ? plan.Demands : plan.Demands | Refusal.NoIndex;
        var refusals = new Refusal[table.Count];
        for (var i = 0; i < refusals.Length; i++)
        {
            var refusal = (table.Facts[i] & demands) | groups[table.Groups[i]] | regions[table.Regions[i]];
            if (table.Predicates[i] < predicate && table.Predicates[i] >= 0)
                refusal |= Refusal.PredicateTooLow;
            if (index[i] < lowest && index[i] != RawValue.None)
                refusal |= Refusal.IndexTooLow;
            if (column[i] == RawValue.None && (table.Facts[i] & plan.Demands & WhyNoValue) == Refusal.None)
                refusal |= Refusal.NoValue;
            if (won.Length > 0 && won[i])
                refusal |= Refusal.WonEarlier;
            refusals[i] = refusal;
        }
        return refusals;
    }

    // By the number of a group or region, what keeps it out.
    private static Refusal[] Closed(IReadOnlyList<string> open, IReadOnlyDictionary<string, int> numbers, Refusal refusal)
    {
        var closed = new Refusal[numbers.Count];
        if (open.Count == 0)
            return closed;
        closed.AsSpan().Fill(refusal);
        foreach (var code in open)
            if (numbers.TryGetValue(code, out var number))
                closed[number] = Refusal.None;
        return closed;
    }

    private void BreakTies(int[] order, long[] values, byte[] steps)
    {
        Comparison<int> compare = Compare;
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && values[end] == values[start])
                end++;
            if (end - start > 1)
            {
                order.AsSpan(start, end - start).Sort(compare);
                for (var i = start + 1; i < end; i++)
                    steps[i] = StepBetween(order[i - 1], order[i]);
            }
            start = end;
        }
    }

    private int Compare(int one, int other)
    {
        foreach (var column in ladder)
            if (column[one] != column[other])
                return column[other].CompareTo(column[one]);
        return one.CompareTo(other);
    }

    private byte StepBetween(int one, int other)
    {
        for (var step = 0; step < ladder.Length; step++)
            if (ladder[step][one] != ladder[step][other])
                return (byte)(step + 1);
        return Shared;
    }

    private int CountWinners(long[] values, byte[] steps)
    {
        var (winners, rank) = (0, 0);
        var lowest = plan.Category.Threshold is { } threshold ? RawValue.LowestShownAs(threshold, table.Award.Rounding) : long.MinValue;
        while (winners < values.Length && values[winners] >= lowest)
        {
            rank = steps[winners] == Shared ? rank : winners + 1;
            if (rank > (plan.Category.Winners ?? int.MaxValue))
                break;
            winners++;
        }
        return winners;
    }
}
