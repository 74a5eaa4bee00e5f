namespace DgccAssess.Scoring.Disclosure;

/// <summary>
/// Where many tables share a margin (twelve nodes by group have one number of agencies per group), the rest falls apart into blocks that are searched alone. A shared margin stands still
/// in them, or its moves are found in one block and then asked of all others. Small models are one block.
/// </summary>
internal sealed class Blocks
{
    private const int WorthSplitting = 150;
    private const int MostEquationsInside = 4;
    private const int MostGivers = 3;
    private const int Plenty = 4;
    private const double Tiny = 1e-6;

    private readonly CellModel model;
    private readonly bool[] isShared;
    private readonly List<Search> all = [];
    private readonly List<Search>[] of;

    public Blocks(CellModel model)
    {
        this.model = model;
        (isShared, of) = (new bool[model.Quantities.Count], [.. Enumerable.Range(0, model.Quantities.Count).Select(_ => new List<Search>())]);
        if (model.Quantities.Count > WorthSplitting) Share();
        Split();
    }

    /// <summary>What must move so that all of these do: within a block.</summary>
    public IReadOnlyList<(int Quantity, double By)> Nearby(int quantity, long by, bool hiding) => isShared[quantity] ? [] : of[quantity][0].Find([(quantity, by)], hiding, together: false);

    /// <summary>The same where shared margins may move: found in one block, asked of the others. Empty where one of them can't follow.</summary>
    public IReadOnlyList<(int Quantity, double By)> Together(int quantity, long by, bool hiding)
    {
        foreach (var first in of[quantity].Take(2))
        {
            var moves = first.Find([(quantity, by)], hiding, together: true).ToDictionary(move => move.Quantity, move => move.By);
            if (Math.Abs(moves.GetValueOrDefault(quantity) - by) > Tiny || !moves.Values.All(IsWhole)) continue;
            List<(int, long)> margins = [.. moves.Where(move => isShared[move.Key]).Select(move => (move.Key, (long)Math.Round(move.Value)))];
            if (Follow(first, margins, moves, hiding)) return [.. moves.Select(move => (move.Key, move.Value))];
        }

        // What the first block gave up another may not have: a larger margin has it everywhere.
        var margin = isShared[quantity] ? quantity : MarginOf(quantity);
        foreach (var giver in margin < 0 ? [] : Givers(margin, by, hiding))
        {
            var moves = new Dictionary<int, double>();
            List<(int Quantity, long By)> margins = [(margin, by), (giver, -by)];
            if (margin != quantity && !Ask(of[quantity][0], [.. margins, (quantity, by)], moves, hiding)) continue;
            if (Follow(margin == quantity ? null : of[quantity][0], margins, moves, hiding)) return [.. moves.Select(move => (move.Key, move.Value))];
        }

        return [];
    }

    /// <summary>Everything at once, from the start: slow, and where the rest gives up.</summary>
    public IReadOnlyList<(int Quantity, double By)> Everywhere(int quantity, long by, bool hiding) =>
        new Search(model, [.. Enumerable.Range(0, model.Quantities.Count)], model.Equations, new bool[model.Quantities.Count]).Find([(quantity, by)], hiding, together: true);

    /// <summary>Margins of the same sum: hidden ones, the largest first; then published ones that have enough, the smallest first.</summary>
    private IEnumerable<int> Givers(int quantity, long by, bool hiding)
    {
        var others = model.Equations.Where(e => e.Terms.All(t => isShared[t.Quantity]) && e.Terms.Contains((quantity, 1))).SelectMany(e => e.Terms)
            .Where(t => t.Sign > 0 && t.Quantity != quantity).Select(t => t.Quantity).Distinct().OrderByDescending(q => model.Quantities[q].Value).ToList();
        return others.Where(q => model.Quantities[q].CanMove).Take(MostGivers)
            .Concat(hiding ? others.Where(q => model.Quantities[q].Sight is Sight.Shown && model.Quantities[q].Value >= Plenty * Math.Abs(by)).Reverse().Take(MostGivers) : [])
            .Concat(hiding ? others.Where(q => model.Quantities[q].Sight is Sight.Shown).Take(1) : []);
    }

    private bool Follow(Search? first, List<(int Quantity, long By)> margins, Dictionary<int, double> moves, bool hiding)
    {
        foreach (var block in margins.SelectMany(margin => of[margin.Quantity]).Distinct().Where(block => block != first))
        {
            if (!Ask(block, margins.FindAll(margin => block.Has(margin.Quantity)), moves, hiding)) return false;
        }

        return true;
    }

    /// <summary>Moves a block as asked, all of it or nothing.</summary>
    private static bool Ask(Search block, List<(int Quantity, long By)> asked, Dictionary<int, double> moves, bool hiding)
    {
        var found = block.Find(asked, hiding, together: false).ToDictionary(move => move.Quantity, move => move.By);
        if (asked.Exists(target => Math.Abs(found.GetValueOrDefault(target.Quantity) - target.By) > Tiny)) return false;
        foreach (var (quantity, move) in found) moves[quantity] = move;
        return true;
    }

    /// <summary>The shared margin a cell is summed to; below 0: none.</summary>
    private int MarginOf(int quantity) => model.Equations.Where(e => e.Terms.Contains((quantity, 1)))
        .SelectMany(e => e.Terms).Where(t => t.Sign < 0 && isShared[t.Quantity]).Select(t => t.Quantity).FirstOrDefault(-1);

    private static bool IsWhole(double move) => Math.Abs(move - Math.Round(move)) < Tiny;

    private void Share()
    {
        var count = new int[isShared.Length];
        foreach (var (quantity, _) in model.Equations.SelectMany(e => e.Terms)) count[quantity]++;
        for (var q = 0; q < count.Length; q++) isShared[q] = count[q] > MostEquationsInside;
    }

    private void Split()
    {
        var root = Enumerable.Range(0, isShared.Length).ToArray();
        var inside = model.Equations.ToLookup(e => e.Terms.All(t => isShared[t.Quantity]));
        foreach (var equation in inside[false])
        {
            var first = equation.Terms.First(t => !isShared[t.Quantity]).Quantity;
            foreach (var (quantity, _) in equation.Terms.Where(t => !isShared[t.Quantity])) root[Root(quantity)] = Root(first);
        }

        foreach (var block in inside[false].GroupBy(e => Root(e.Terms.First(t => !isShared[t.Quantity]).Quantity)))
        {
            // What only shared margins say of each other every block must keep to.
            List<Equation> equations = [.. block, .. inside[true]];
            int[] quantities = [.. equations.SelectMany(e => e.Terms).Select(t => t.Quantity).Distinct().Order()];
            all.Add(new Search(model, quantities, equations, isShared));
            foreach (var quantity in quantities) of[quantity].Add(all[^1]);
        }

        int Root(int quantity)
        {
            while (root[quantity] != quantity) quantity = root[quantity] = root[root[quantity]];
            return quantity;
        }
    }

    /// <summary>The search in one block, its quantities numbered within it.</summary>
    private sealed class Search
    {
        private readonly int[] quantities;
        private readonly Dictionary<int, int> numbers;
        private readonly MoveSearch search;

        public Search(CellModel model, int[] quantities, IReadOnlyList<Equation> equations, bool[] isShared)
        {
            this.quantities = quantities;
            numbers = quantities.Index().ToDictionary(q => q.Item, q => q.Index);
            Quantity[] mine = [.. quantities.Select(q => model.Quantities[q])];
            // Solved for what is hidden, most moves start without a change of basis.
            var order = Enumerable.Range(0, mine.Length).OrderBy(q => isShared[quantities[q]] ? 4 : mine[q].Sight switch { Sight.Hidden => 0, Sight.Unprinted => 1, Sight.Shown => 2, _ => 3 });
            var solved = new Tableau(mine.Length, [.. equations.Select(e => new Equation([.. e.Terms.Select(t => (numbers[t.Quantity], t.Sign))]))], order);
            search = new(mine, solved, [.. quantities.Select(q => isShared[q])]);
        }

        public bool Has(int quantity) => numbers.ContainsKey(quantity);

        public List<(int Quantity, double By)> Find(IEnumerable<(int Quantity, long By)> targets, bool hiding, bool together) =>
            [.. search.Find([.. targets.Select(t => (numbers[t.Quantity], t.By))], hiding, together).Select(move => (quantities[move.Quantity], move.By))];
    }
}
