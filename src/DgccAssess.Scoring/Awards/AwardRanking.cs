namespace DgccAssess.Scoring.Awards;

/// <summary>Winners, ranks and refusals of an award: a function of its rules and its candidates. The same input gives the same list.</summary>
public sealed class AwardRanking
{
    // Below this, threads cost more than they save.
    private const int WorthThreads = 10_000;

    private AwardRanking(Award award, IReadOnlyList<CategoryRanking> categories) => (Award, Categories) = (award, categories);

    public Award Award { get; }

    /// <summary>In the order of the award.</summary>
    public IReadOnlyList<CategoryRanking> Categories { get; }

    /// <exception cref="ArgumentException">See <see cref="CandidateTable.Of"/>.</exception>
    public static AwardRanking Rank(Award award, IEnumerable<Candidate> candidates) => Rank(CandidateTable.Of(award, candidates));

    public static AwardRanking Rank(CandidateTable table)
    {
        var (plan, won) = (table.Plan, new bool[table.Count]);
        var orders = OrdersOf(table);
        var rankings = new CategoryRanking[plan.Categories.Count];
        var isOne = plan.Award.OnePerAgency is OnePerAgency.CategoryOrder;
        if (isOne || table.Count < WorthThreads)
            for (var i = 0; i < rankings.Length; i++)
                Decide(i);
        else
            Parallel.For(0, rankings.Length, Decide);
        return new AwardRanking(plan.Award, rankings);

        void Decide(int i)
        {
            var category = plan.Categories[i];
            rankings[i] = new CategoryDecision(table, category, orders[category.Column]!).Decide(isOne ? won : []);
        }
    }

    private static ColumnOrder?[] OrdersOf(CandidateTable table)
    {
        var orders = new ColumnOrder?[table.Columns.Length];
        var columns = table.Plan.Categories.Select(category => category.Column).Distinct().ToList();
        if (table.Count < WorthThreads)
            columns.ForEach(Order);
        else
            Parallel.ForEach(columns, Order);
        return orders;

        void Order(int column) => orders[column] = ColumnOrder.Of(table.Columns[column]);
    }
}
