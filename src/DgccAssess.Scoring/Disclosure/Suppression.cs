namespace DgccAssess.Scoring.Disclosure;

/// <summary>Secondary suppression: hides more until every hidden quantity has its proof, then shows again what no proof needs.</summary>
internal sealed class Suppression
{
    private const int Furthest = 5;

    private readonly CellModel model;
    private readonly Moves moves;

    private Suppression(CellModel model) => (this.model, moves) = (model, new Moves(model));

    private List<Quantity> Quantities => model.Quantities;

    /// <returns>The quantities that could not be protected.</returns>
    public static IReadOnlyList<int> Complete(CellModel model)
    {
        var suppression = new Suppression(model);
        var exposed = suppression.Hide();
        suppression.ShowAgain();
        suppression.ShowWhatIsKnown();
        return exposed;
    }

    private List<int> Hide()
    {
        // Margins first: what moves one moves cells of every table that shares it.
        var demanding = Enumerable.Range(0, Quantities.Count).Where(q => Quantities[q].Need > 0)
            .OrderByDescending(q => Quantities[q].IsMargin).ThenByDescending(q => Quantities[q].Need).ToList();
        // One hidden for the sake of another often serves the next.
        return demanding.FindAll(q => !IsProved(q) && !Protect(q));
    }

    private bool IsProved(int q) => IsProved(q, isLast: false);

    private bool IsProved(int q, bool isLast) => moves.ProofOf(q) is not null
        || (Quantities[q].CanMove && (moves.Prove(q, Quantities[q].Need, isLast) is not null || (Quantities[q].MayFall && moves.Prove(q, -1, isLast) is not null)));

    /// <summary>Once a proof was looked for in vain: looking again before more is hidden would take the longest and find nothing.</summary>
    private bool Protect(int q)
    {
        if (!Quantities[q].CanMove) return false;
        for (var further = 0; further <= Furthest; further++)
        {
            // Where the least there is to hide gives a proof in fractions only, more room is asked for.
            while (HideFor(q, further, everywhere: false))
                if (IsProved(q)) return true;
        }

        while (!IsProved(q, isLast: true) && HideFor(q, further: 0, everywhere: true)) { }
        while (!IsProved(q, isLast: true))
        {
            var around = Around(q);
            if (around.Count == 0) return IsAnotherPossible(q);
            foreach (var hidden in around) Quantities[hidden].Sight = Sight.Hidden;
        }

        return true;
    }

    private bool HideFor(int q, int further, bool everywhere) =>
        moves.Hide(q, Quantities[q].Need + further, everywhere) > 0 || (Quantities[q].MayFall && moves.Hide(q, -1 - further, everywhere) > 0);

    /// <summary>Earlier publications may leave too little room to reach the threshold; then it is enough that the count can't be told.</summary>
    private bool IsAnotherPossible(int q)
    {
        (Quantities[q].Need, Quantities[q].MayFall) = (1, true);
        return IsProved(q, isLast: true);
    }

    private List<int> Around(int q) => [.. model.Equations
        .Where(e => e.Terms.Any(t => t.Quantity == q || Quantities[t.Quantity].CanMove)).SelectMany(e => e.Terms).Select(t => t.Quantity).Where(p => Quantities[p].Sight is Sight.Shown).Distinct()];

    /// <summary>The dearest first.</summary>
    private void ShowAgain()
    {
        var secondary = Enumerable.Range(0, Quantities.Count)
            .Where(q => Quantities[q] is { Sight: Sight.Hidden, IsSmall: false, WasHidden: false }).OrderByDescending(q => Quantities[q].Cost).ToList();
        var demanding = Enumerable.Range(0, Quantities.Count).Where(q => Quantities[q].Need > 0).ToList();
        foreach (var q in secondary)
        {
            var affected = demanding.Where(d => moves.ProofOf(d)?.ContainsKey(q) is true).ToList();
            var before = affected.ConvertAll(d => moves.ProofOf(d)!);
            Quantities[q].Sight = Sight.Shown;
            affected.ForEach(moves.Forget);
            if (affected.TrueForAll(IsProved)) continue;
            Quantities[q].Sight = Sight.Hidden;
            for (var i = 0; i < affected.Count; i++) moves.Put(affected[i], before[i]);
        }
    }

    /// <summary>What can be only what it is may as well be shown: no proof moves it.</summary>
    private void ShowWhatIsKnown()
    {
        var moving = Enumerable.Range(0, Quantities.Count).Where(q => Quantities[q].Need > 0).SelectMany(q => moves.ProofOf(q) is { } proof ? proof.Keys : Enumerable.Empty<int>()).ToHashSet();
        for (var q = 0; q < Quantities.Count; q++)
        {
            if (moving.Contains(q) || Quantities[q] is not { Sight: Sight.Hidden, Need: 0 }) continue;
            if ((moves.Prove(q, 1) ?? moves.Prove(q, -1)) is { } proof) moving.UnionWith(proof.Keys);
            else Quantities[q].Sight = Sight.Shown;
        }
    }
}
