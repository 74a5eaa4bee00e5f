namespace DgccAssess.Scoring.Disclosure;

/// <summary>Everything the tables say: the numbers, what sums to what, and where each is printed.</summary>
internal sealed class CellModel(DisclosureRule rule)
{
    // A margin tells of a whole row: several cells are hidden rather than one of these.
    private const double MarginCost = 10;

    // Where zeros are shown, one is hidden only where nothing else helps.
    private const double ZeroCost = 1000;

    // Far below what reaching the target is worth, and far above what doubles confuse.
    private const double CostUnit = 0.001;
    private const long MostCounted = 10_000;

    public List<Quantity> Quantities { get; } = [];
    public List<Equation> Equations { get; } = [];

    /// <summary>What can't be true of the tables.</summary>
    public List<DisclosureProblem> Problems { get; } = [];

    /// <summary>The quantity of each place of each table; the row or column after the last is the margin.</summary>
    public List<int[,]> Places { get; } = [];

    public int Add(long value, bool isMargin)
    {
        var small = rule.Hides(value);
        Quantities.Add(new Quantity(value)
        {
            Sight = small ? Sight.Hidden : Sight.Shown,
            IsSmall = small,
            IsMargin = isMargin,
            Least = rule.ShowZeros && value > 0 ? 1 : 0,
            Need = small ? NeedOf(value) : 0,
            Cost = value == 0 ? ZeroCost : CostUnit * (1 + Math.Min(value, MostCounted)) * (isMargin ? MarginCost : 1),
        });
        return Quantities.Count - 1;
    }

    /// <summary>What a table has more than one of its filters. No zero here is a secret: that nobody is left out is no count of few.</summary>
    public int AddDifference(int whole, int part)
    {
        var value = Quantities[whole].Value - Quantities[part].Value;
        Quantities.Add(new Quantity(value) { Sight = Sight.Unprinted, Need = value > 0 && value < rule.Threshold ? rule.Threshold - value : 0 });
        Equations.Add(Equation.Of(whole, [part, Quantities.Count - 1]));
        return Quantities.Count - 1;
    }

    public int AddLatent(double start)
    {
        Quantities.Add(new Quantity(0) { Sight = Sight.Unprinted, IsLatent = true, Start = start });
        return Quantities.Count - 1;
    }

    // Few: everybody must hold it possible that it reaches the threshold. None: that it is not none.
    private long NeedOf(long value) => value == 0 ? 1 : rule.Threshold - value;
}
