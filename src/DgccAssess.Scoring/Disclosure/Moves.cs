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
    private readonly Dictionary<int, long>?[] proof;
    private readonly Blocks blocks;

    public Moves(CellModel model)
    {
        (this.model, blocks) = (model, new Blocks(model));
        proof = new Dictionary<int, long>?[model.Quantities.Count];
        terms = [.. Enumerable.Range(0, model.Quantities.Count).Select(_ => new List<(int, int)>())];
        for (var number = 0; number < model.Equations.Count; number++)
            foreach (var (quantity, sign) in model.Equations[number].Terms) terms[quantity].Add((number, sign));
    }

    /// <summary>A proof that the quantity is protected; null: not yet.</summary>
    public Dictionary<int, long>? ProofOf(int quantity) => proof[quantity];

    public void Forget(int quantity) => proof[quantity] = null;

    public void Put(int quantity, Dictionary<int, long> it) => proof[quantity] = it;

    /// <summary>Looks for a proof among what is hidden now.</summary>
    /// <param name="quantity">Which.</param>
    /// <param name="by">How much higher it must be; below 0: lower.</param>
    /// <param name="nearby">Only where searching is cheap.</param>
    public Dictionary<int, long>? Prove(int quantity, long by, bool nearby = false) =>
        blocks.Of(quantity).Take(nearby ? 1 : int.MaxValue).Select(search => Prove(search, quantity, by)).FirstOrDefault(found => found is not null);

    /// <summary>What would have to be hidden so that the quantity can be as much higher as asked; empty where nothing helps.</summary>
    public IReadOnlyList<int> ToHide(int quantity, long by)
    {
        foreach (var search in blocks.Of(quantity))
        {
            var moves = search.Find(quantity, by, hiding: true);
            var more = moves.Select(move => move.Quantity).Where(q => model.Quantities[q].Sight is Sight.Shown).ToList();
            if (more.Count > 0 && moves.Exists(move => move.Quantity == quantity && move.By > by - Tiny)) return more;
        }

        return [];
    }

    private Dictionary<int, long>? Prove(Blocks.Search search, int quantity, long by)
    {
        // An odd way may come out in halves where the next even one does not.
        for (var further = 0; further < FurtherTries; further++)
        {
            var moves = search.Find(quantity, by + (further * Math.Sign(by)), hiding: false);
            if (Checked(moves, quantity, by) is not { } found)
            {
                if (moves.TrueForAll(move => Math.Abs(move.By - Math.Round(move.By)) < Tiny)) return null;
                continue;
            }

            foreach (var (q, move) in found)
                if (move >= model.Quantities[q].Need || model.Quantities[q].MayFall) proof[q] ??= found;
            return found;
        }

        return null;
    }

    /// <summary>The moves as whole numbers, if they are what they claim: every equation holds, nothing falls below what it is known to be, nothing published moves, the quantity goes far enough.</summary>
    private Dictionary<int, long>? Checked(IReadOnlyList<(int Quantity, double By)> moves, int quantity, long by)
    {
        var (found, sums) = (new Dictionary<int, long>(moves.Count), new Dictionary<int, double>());
        foreach (var (q, move) in moves)
        {
            var (it, whole) = (model.Quantities[q], Math.Round(move));
            if (it.IsLatent ? it.Start + move < -Tiny : Math.Abs(move - whole) > Tiny || it.Value + (long)whole < it.Least || !it.CanMove) return null;
            if (!it.IsLatent && whole is not 0) found[q] = (long)whole;
            foreach (var (equation, sign) in terms[q]) sums[equation] = sums.GetValueOrDefault(equation) + (sign * (it.IsLatent ? move : whole));
        }

        var far = found.GetValueOrDefault(quantity);
        return (by > 0 ? far >= by : far <= by) && sums.Values.All(sum => Math.Abs(sum) < Tiny) ? found : null;
    }
}
