namespace DgccAssess.Scoring.Disclosure;

/// <summary>Secondary suppression: hides more until every hidden quantity has its proof, then shows again what no proof needs.</summary>
internal sealed class Suppression
{
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
        var demanding = Enumerable.Range(0, Quantities.Count).Where(q => Quantities[q].Need > 0).OrderByDescending(q => Quantities[q].Need).ToList();
        var open = demanding.Where(q => !IsProved(q)).ToList();
        // One hidden for the sake of another often serves the next.
        return [.. open.Where(q => !IsProved(q) && !Protect(q))];
    }

    private bool IsProved(int q) => moves.ProofOf(q) is not null
        || (Quantities[q].CanMove && (moves.Prove(q, Quantities[q].Need) is not null || (Quantities[q].MayFall && moves.Prove(q, -1) is not null)));

    private bool IsProvedNearby(int q) => moves.Prove(q, Quantities[q].Need, nearby: true) is not null || (Quantities[q].MayFall && moves.Prove(q, -1, nearby: true) is not null);

    private bool Protect(int q)
    {
        if (!Quantities[q].CanMove) return false;
        var further = 0L;
        while (!IsProved(q))
        {
            // Where the least there is to hide gives a proof in fractions only, more room is asked for.
            var more = moves.ToHide(q, Quantities[q].Need + further);
            if (more.Count == 0 && further > 3 * Quantities[q].Need) more = Around(q);
            if (more.Count == 0 && further > 3 * Quantities[q].Need) return false;
            foreach (var hidden in more) Quantities[hidden].Sight = Sight.Hidden;
            further++;
        }

        return true;
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
            if (affected.TrueForAll(d => moves.ProofOf(d) is not null || IsProvedNearby(d))) continue;
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
