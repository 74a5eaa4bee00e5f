namespace DgccAssess.Scoring.Disclosure;

/// <summary>
/// Looks for other numbers that fit everything published and in which one quantity is higher: a linear programme over what may move, started at the true numbers (every move 0). A primal
/// simplex with bounds; a published quantity moves only where hiding more is asked for, at its cost either way. What it finds is checked by <see cref="Moves"/> and needs no trust.
/// </summary>
internal sealed class MoveSearch
{
    private const double Tiny = 1e-7;
    private const double Target = -1e7;
    private const int MostSteps = 20_000;

    private readonly IReadOnlyList<Quantity> quantities;
    private readonly Tableau tableau;
    private readonly double[] moved, least, most, cost, slope, dual;
    private readonly bool[] isShared;
    private readonly List<int> free = [];
    private readonly List<(int Basic, double Rate, double Room)> following = [];

    /// <param name="quantities">Numbered as in the tableau.</param>
    /// <param name="tableau">Their equations.</param>
    /// <param name="isShared">Margins that other searches share.</param>
    public MoveSearch(IReadOnlyList<Quantity> quantities, Tableau tableau, bool[] isShared)
    {
        (this.quantities, this.tableau, this.isShared) = (quantities, tableau, isShared);
        var count = quantities.Count;
        (moved, least, most, cost, slope, dual) = (new double[count], new double[count], new double[count], new double[count], new double[count], new double[count]);
    }

    /// <summary>The moves that raise quantities as far as asked, or as near to it as can be; below 0: that lower them.</summary>
    /// <param name="targets">Which, and how far.</param>
    /// <param name="hiding">Whether published quantities may move too.</param>
    /// <param name="together">Whether shared margins may.</param>
    public IReadOnlyList<(int Quantity, double By)> Find(IReadOnlyList<(int Quantity, long By)> targets, bool hiding, bool together)
    {
        Begin(targets, hiding, together);
        var degenerate = 0;
        for (var step = 0; step < MostSteps && (hiding || targets.Any(t => Math.Abs(moved[t.Quantity] - t.By) > Tiny)); step++)
        {
            var first = degenerate > 50;
            var (entering, direction) = Entering(first);
            if (entering < 0) break;
            degenerate = Step(entering, direction, first) > Tiny ? 0 : degenerate + 1;
        }

        return [.. Enumerable.Range(0, moved.Length).Where(q => Math.Abs(moved[q]) > Tiny).Select(q => (q, moved[q]))];
    }

    private void Begin(IReadOnlyList<(int Quantity, long By)> targets, bool hiding, bool together)
    {
        Array.Clear(moved);
        Array.Clear(dual);
        free.Clear();
        for (var q = 0; q < moved.Length; q++)
        {
            var it = quantities[q];
            var can = (it.CanMove || (hiding && it.Sight is Sight.Shown)) && (together || !isShared[q]);
            least[q] = can ? Math.Min(0, it.Least - (it.IsLatent ? it.Start : it.Value)) : 0;
            most[q] = can ? double.PositiveInfinity : 0;
            cost[q] = it.Sight is Sight.Shown ? it.Cost : 0;
            slope[q] = cost[q];
            if (can) free.Add(q);
        }

        foreach (var (q, by) in targets)
        {
            if (!together && isShared[q]) free.Add(q);
            (least[q], most[q]) = (Math.Min(by, 0), Math.Max(by, 0));
            (cost[q], slope[q]) = (0, Math.Sign(by) * Target);
        }

        foreach (var q in free)
        {
            if (slope[q] is 0 || tableau.RowOf(q) is not (>= 0 and var row)) continue;
            AddToDual(slope[q], row);
        }
    }

    private void AddToDual(double times, int row)
    {
        var keys = tableau.Row(row).Keys;
        var values = tableau.Row(row).Values;
        for (var i = 0; i < keys.Length; i++) dual[keys[i]] += times * values[i];
    }

    /// <summary>The free quantity whose move helps most, or, to get out of a circle, the first that helps (Bland).</summary>
    private (int Quantity, int Direction) Entering(bool first)
    {
        var (best, entering, direction) = (-Tiny, -1, 0);
        foreach (var q in free)
        {
            // What costs nothing and is worth nothing helps in no direction: most are so, at every step.
            if ((dual[q] is 0 && slope[q] is 0 && cost[q] is 0) || tableau.RowOf(q) >= 0) continue;
            if (moved[q] < most[q] && Up(q) - dual[q] is var up && up < best) (best, entering, direction) = (up, q, 1);
            if (moved[q] > least[q] && dual[q] - Down(q) is var down && down < best) (best, entering, direction) = (down, q, -1);
            if (first && entering >= 0) break;
        }

        return (entering, direction);
    }

    private double Up(int q) => cost[q] is 0 ? slope[q] : moved[q] < -Tiny ? -cost[q] : cost[q];

    private double Down(int q) => cost[q] is 0 ? slope[q] : moved[q] > Tiny ? cost[q] : -cost[q];

    private double Step(int entering, int direction, bool first)
    {
        var entry = direction > 0 ? Up(entering) : Down(entering);
        var own = Room(entering, direction, entry);
        var (length, leaving, size) = (own, -1, 0.0);
        Follow(entering, direction);
        foreach (var (_, _, room) in following) length = Math.Min(length, room);
        if (length < own - Tiny)
        {
            foreach (var (basic, rate, room) in following)
            {
                if (room > length + Tiny) continue;
                // The largest coefficient keeps the arithmetic sound; against circles the first quantity.
                var weight = first ? 1 : Math.Abs(rate);
                if (weight > size + Tiny || (weight > size - Tiny && basic < leaving)) (leaving, size) = (basic, weight);
            }
        }

        if (length > 0)
        {
            moved[entering] = Snap(moved[entering] + (length * direction));
            foreach (var (basic, rate, _) in following) moved[basic] = Snap(moved[basic] + (rate * length));
        }

        if (leaving < 0) return length;
        var at = tableau.RowOf(leaving);
        tableau.Pivot(at, entering);
        slope[entering] = entry;
        AddToDual(entry - dual[entering], at);
        return length;
    }

    /// <summary>What moves with a quantity: how fast, and how far it can.</summary>
    private void Follow(int entering, int direction)
    {
        following.Clear();
        for (var row = tableau.NextRow(entering, 0); row >= 0; row = tableau.NextRow(entering, row + 1))
        {
            if (tableau.BasicOf(row) is not (>= 0 and var basic)) continue;
            var rate = -tableau.At(row, entering) * direction;
            following.Add((basic, rate, Math.Max(0, Room(basic, rate, slope[basic]) / Math.Abs(rate))));
        }
    }

    /// <summary>How far a quantity can go until it meets a bound or its cost turns.</summary>
    private double Room(int q, double direction, double assumed)
    {
        if (direction > 0) return (cost[q] > 0 && assumed < 0 ? Math.Min(0, most[q]) : most[q]) - moved[q];
        return moved[q] - (cost[q] > 0 && assumed > 0 ? Math.Max(0, least[q]) : least[q]);
    }

    private static double Snap(double value) => Math.Abs(value - Math.Round(value)) < 1e-9 ? Math.Round(value) : value;
}
