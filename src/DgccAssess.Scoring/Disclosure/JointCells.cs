namespace DgccAssess.Scoring.Disclosure;

/// <summary>
/// Tables that cross axes in a circle (group by predicate, region by predicate, group by region) say more together than by their margins: behind them is one table of all these axes, and it has no
/// number below 0. Its cells are put into the model as numbers nobody prints; any that fit are taken to start from.
/// </summary>
internal static class JointCells
{
    // Above it the sums alone are kept to: see src/decisions/0029.
    private const int Most = 5000;

    /// <summary>Adds the cells behind every circle that is small enough.</summary>
    public static void Add(CellModel model, IReadOnlyList<Cross> crosses)
    {
        var core = crosses.ToList();
        while (core.RemoveAll(cross => IsEnd(cross.Rows) || IsEnd(cross.Columns)) > 0) { }
        foreach (var circle in Circles(core)) Add(model, core.FindAll(cross => circle.Contains(cross.Rows) && circle.Contains(cross.Columns)), circle);

        bool IsEnd(Axis axis) => core.Where(c => c.Rows == axis || c.Columns == axis).Select(c => c.Rows == axis ? c.Columns : c.Rows).Distinct().Count() < 2;
    }

    /// <summary>All axes that hang together; of too many, the triangles among them.</summary>
    private static IEnumerable<List<Axis>> Circles(List<Cross> core)
    {
        var left = core.SelectMany(cross => new[] { cross.Rows, cross.Columns }).Distinct().ToList();
        while (left.Count > 0)
        {
            var circle = new List<Axis> { left[0] };
            for (var i = 0; i < circle.Count; i++) circle.AddRange(left.Where(axis => !circle.Contains(axis) && Meet(axis, circle[i])).ToList());
            left.RemoveAll(circle.Contains);
            if (Size(circle) <= Most)
            {
                yield return circle;
                continue;
            }

            for (var a = 0; a < circle.Count; a++)
                for (var b = a + 1; b < circle.Count; b++)
                    for (var c = b + 1; c < circle.Count; c++)
                        if (Meet(circle[a], circle[b]) && Meet(circle[b], circle[c]) && Meet(circle[a], circle[c]) && Size([circle[a], circle[b], circle[c]]) <= Most)
                            yield return [circle[a], circle[b], circle[c]];
        }

        bool Meet(Axis one, Axis other) => core.Exists(cross => (cross.Rows == one && cross.Columns == other) || (cross.Rows == other && cross.Columns == one));
    }

    private static double Size(List<Axis> axes) => axes.Aggregate(1.0, (size, axis) => size * axis.Margins.Count);

    private static void Add(CellModel model, List<Cross> crosses, List<Axis> axes)
    {
        string[][] labels = [.. axes.Select(axis => axis.Margins.Keys.ToArray())];
        var behind = new Dictionary<int, List<int>>();
        for (var cell = 0; cell < (int)Size(axes); cell++)
        {
            foreach (var cross in crosses)
            {
                var quantity = cross.Cells[(Label(cell, axes.IndexOf(cross.Rows)), Label(cell, axes.IndexOf(cross.Columns)))];
                if (!behind.TryGetValue(quantity, out var cells)) behind.Add(quantity, cells = []);
                cells.Add(cell);
            }
        }

        if (Start(model, behind, (int)Size(axes)) is not { } start)
        {
            model.Problems.Add(new(0, "tables", DisclosureProblemCodes.Circle));
            return;
        }

        int[] latents = [.. start.Select(model.AddLatent)];
        foreach (var (quantity, cells) in behind) model.Equations.Add(Equation.Of(quantity, cells.Select(cell => latents[cell])));

        string Label(int cell, int axis)
        {
            for (var before = 0; before < axis; before++) cell /= labels[before].Length;
            return labels[axis][cell % labels[axis].Length];
        }
    }

    /// <summary>Numbers of at least 0 that add up to every cell printed: what is missing from each cell is brought to nothing.</summary>
    private static double[]? Start(CellModel model, Dictionary<int, List<int>> behind, int count)
    {
        Quantity[] quantities = [.. Enumerable.Range(0, count + behind.Count).Select(_ => new Quantity(0) { Sight = Sight.Unprinted, IsLatent = true })];
        var equations = behind.Values.Select((cells, i) => new Equation([(count + i, 1), .. cells.Select(cell => (cell, 1))])).ToList();
        var targets = behind.Keys.Select((quantity, i) => (count + i, -model.Quantities[quantity].Value)).ToList();
        var tableau = new Tableau(quantities.Length, equations, Enumerable.Range(count, behind.Count));
        var start = new double[quantities.Length];
        foreach (var (quantity, by) in new MoveSearch(quantities, tableau, new bool[quantities.Length]).Find(targets, hiding: false, together: true)) start[quantity] = by;
        return targets.TrueForAll(target => Math.Abs(start[target.Item1] - target.Item2) < 1e-6) ? start[..count] : null;
    }
}
