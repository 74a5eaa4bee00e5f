namespace DgccAssess.Scoring.Disclosure;

/// <summary>
/// The proofs: each is another set of whole numbers that fits everything published, kept as what it changes. A hidden quantity is protected when one of them raises it as far as it needs;
/// one proof often serves many. Hiding more spoils none.
/// </summary>
internal sealed class Moves
{
    private const double Tiny = 1e-6;
    private const int FurtherTries = 4;

    private readonly CellModel model;
    private readonly List<(int Equation, int Sign)>[] terms;
    private readonly Dictionary<int, double>?[] proof;
    private readonly Blocks blocks;
    private readonly bool hasLatents;

    public Moves(CellModel model)
    {
        (this.model, blocks, hasLatents) = (model, new Blocks(model), model.Quantities.Exists(q => q.IsLatent));
        proof = new Dictionary<int, double>?[model.Quantities.Count];
        terms = [.. Enumerable.Range(0, model.Quantities.Count).Select(_ => new List<(int, int)>())];
        for (var number = 0; number < model.Equations.Count; number++)
            foreach (var (quantity, sign) in model.Equations[number].Terms) terms[quantity].Add((number, sign));
    }

    /// <summary>A proof that the quantity is protected; null: not yet.</summary>
    public Dictionary<int, double>? ProofOf(int quantity) => proof[quantity];

    public void Forget(int quantity) => proof[quantity] = null;

    public void Put(int quantity, Dictionary<int, double> it) => proof[quantity] = it;

    /// <summary>Looks for a proof among what is hidden now.</summary>
    /// <param name="quantity">Which.</param>
    /// <param name="by">How much higher it must be; below 0: lower.</param>
    /// <param name="isLast">Where searching is slow too; and of tables that cross in a circle also in fractions.</param>
    public Dictionary<int, double>? Prove(int quantity, long by, bool isLast = false) =>
        Prove(blocks.Nearby, quantity, by, isLast) ?? Prove(blocks.Together, quantity, by, isLast) ?? (isLast ? Prove(blocks.Everywhere, quantity, by, isLast) : null);

    /// <summary>Hides the least it takes, as far as the search tells, for the quantity to be as much higher as asked.</summary>
    /// <returns>How many more are hidden now.</returns>
    /// <param name="quantity">Which.</param>
    /// <param name="by">How far.</param>
    /// <param name="everywhere">Also where searching is slow.</param>
    public int Hide(int quantity, long by, bool everywhere)
    {
        foreach (var search in everywhere ? new Finder[] { blocks.Everywhere } : [blocks.Nearby, blocks.Together])
        {
            var found = search(quantity, by, hiding: true);
            var more = found.Select(move => move.Quantity).Where(q => model.Quantities[q].Sight is Sight.Shown).ToList();
            if (more.Count == 0 || !found.Any(move => move.Quantity == quantity && Math.Abs(move.By - by) < Tiny)) continue;
            foreach (var q in more) model.Quantities[q].Sight = Sight.Hidden;
            // What moved is hidden now, so that the way there is the proof.
            if (Checked(found, quantity, by, whole: true) is { } proved) Keep(proved);
            return more.Count;
        }

        return 0;
    }

    private void Keep(Dictionary<int, double> found)
    {
        foreach (var (q, move) in found)
            if (move >= model.Quantities[q].Need - Tiny || model.Quantities[q].MayFall) proof[q] ??= found;
    }

    private delegate IReadOnlyList<(int Quantity, double By)> Finder(int quantity, long by, bool hiding);

    private Dictionary<int, double>? Prove(Finder search, int quantity, long by, bool isLast)
    {
        // An odd way may come out in halves where the next even one does not.
        for (var further = 0; further < FurtherTries; further++)
        {
            var moves = search(quantity, by + (further * Math.Sign(by)), hiding: false);
            if ((Checked(moves, quantity, by, whole: true) ?? (isLast && hasLatents ? Checked(moves, quantity, by, whole: false) : null)) is not { } found)
            {
                if (moves.All(move => Math.Abs(move.By - Math.Round(move.By)) < Tiny)) return null;
                continue;
            }

            Keep(found);
            return found;
        }

        return null;
    }

    /// <summary>The moves, if they are what they claim: every equation holds, nothing falls below what it is known to be, nothing published moves, the quantity goes far enough.</summary>
    private Dictionary<int, double>? Checked(IReadOnlyList<(int Quantity, double By)> moves, int quantity, long by, bool whole)
    {
        var (found, sums) = (new Dictionary<int, double>(moves.Count), new Dictionary<int, double>());
        foreach (var (q, move) in moves)
        {
            var (it, isWhole) = (model.Quantities[q], Math.Abs(move - Math.Round(move)) < Tiny);
            if (!it.CanMove || (whole && !it.IsLatent && !isWhole)) return null;
            var step = isWhole ? Math.Round(move) : move;
            if ((it.IsLatent ? it.Start : it.Value) + step < it.Least - (it.IsLatent || !isWhole ? Tiny : 0)) return null;
            if (!it.IsLatent && step is not 0) found[q] = step;
            foreach (var (equation, sign) in terms[q]) sums[equation] = sums.GetValueOrDefault(equation) + (sign * step);
        }

        var far = found.GetValueOrDefault(quantity);
        return (by > 0 ? far >= by - Tiny : far <= by + Tiny) && sums.Values.All(sum => Math.Abs(sum) < Tiny) ? found : null;
    }
}
