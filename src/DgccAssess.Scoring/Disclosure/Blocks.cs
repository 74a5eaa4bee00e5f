namespace DgccAssess.Scoring.Disclosure;

/// <summary>
/// Where many tables share a margin (twelve nodes by group have one number of agencies per group), the rest falls apart into blocks that are searched alone, with such margins still; only
/// what can't be settled there is searched in everything. Small models are one block.
/// </summary>
internal sealed class Blocks
{
    private const int WorthSplitting = 400;

    // A margin of two tables stands in three equations: one of each, and the one that sums it to the total.
    private const int MostEquationsInside = 3;

    private readonly CellModel model;
    private readonly Search?[] local;
    private Search? whole;

    public Blocks(CellModel model)
    {
        this.model = model;
        local = new Search?[model.Quantities.Count];
        if (model.Quantities.Count > WorthSplitting) Split();
    }

    /// <summary>Where moves of a quantity are searched, the cheapest first.</summary>
    public IEnumerable<Search> Of(int quantity)
    {
        if (local[quantity] is { } block) yield return block;
        yield return whole ??= new Search(model, [.. Enumerable.Range(0, model.Quantities.Count)], model.Equations);
    }

    private void Split()
    {
        var (count, equations) = (new int[model.Quantities.Count], model.Equations);
        foreach (var (quantity, _) in equations.SelectMany(e => e.Terms)) count[quantity]++;
        var blockOf = Enumerable.Range(0, count.Length).ToArray();
        var inside = equations.ConvertAll(e => new Equation([.. e.Terms.Where(t => count[t.Quantity] <= MostEquationsInside)])).FindAll(e => e.Terms.Count > 0);
        foreach (var equation in inside)
            foreach (var (quantity, _) in equation.Terms) blockOf[Root(quantity)] = Root(equation.Terms[0].Quantity);

        foreach (var block in inside.GroupBy(e => Root(e.Terms[0].Quantity)))
        {
            int[] quantities = [.. block.SelectMany(e => e.Terms).Select(t => t.Quantity).Distinct().Order()];
            if (quantities.Length == count.Length) return;
            var search = new Search(model, quantities, [.. block]);
            foreach (var quantity in quantities) local[quantity] = search;
        }

        int Root(int quantity)
        {
            while (blockOf[quantity] != quantity) quantity = blockOf[quantity] = blockOf[blockOf[quantity]];
            return quantity;
        }
    }

    /// <summary>The search in one block, its quantities numbered within it.</summary>
    internal sealed class Search
    {
        private readonly int[] quantities;
        private readonly Dictionary<int, int> numbers;
        private readonly MoveSearch search;

        public Search(CellModel model, int[] quantities, IReadOnlyList<Equation> equations)
        {
            this.quantities = quantities;
            numbers = quantities.Index().ToDictionary(q => q.Item, q => q.Index);
            Quantity[] mine = [.. quantities.Select(q => model.Quantities[q])];
            // Solved for what is hidden, most moves start without a change of basis.
            var order = Enumerable.Range(0, mine.Length).OrderBy(q => mine[q].Sight switch { Sight.Hidden => 0, Sight.Unprinted => 1, Sight.Shown => 2, _ => 3 });
            search = new(mine, new Tableau(mine.Length, [.. equations.Select(e => new Equation([.. e.Terms.Select(t => (numbers[t.Quantity], t.Sign))]))], order));
        }

        public List<(int Quantity, double By)> Find(int quantity, long by, bool hiding) =>
            [.. search.Find(numbers[quantity], by, hiding).Select(move => (quantities[move.Quantity], move.By))];
    }
}
