using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.National;

/// <summary>How firmly one agency holds its place when the weights are not quite the declared ones.</summary>
/// <param name="Kept">In how many weightings it has the rank it has by the declared weights.</param>
/// <param name="Low">The rank it reaches or betters in 5 % of the weightings: the smallest with at least that share at or above it.</param>
/// <param name="High">The rank it reaches or betters in 95 %.</param>
public sealed record RankRange(int Kept, int Low, int High);

/// <param name="Overall">Among all agencies.</param>
/// <param name="InGroup">Among those of its own group.</param>
public sealed record AgencySensitivity(RankRange Overall, RankRange InGroup);

/// <summary>Ranks under many random weightings (<see cref="RandomWeightings"/>). The figures do not depend on the machine, its number of processors or the order of agencies.</summary>
public static class RankSensitivity
{
    public const int Weightings = 5000;
    public const double Spread = 0.25;
    private const int LowPercent = 5;
    private const int HighPercent = 95;

    /// <param name="plan">The compiled instrument.</param>
    /// <param name="ratings">One row per agency, as <see cref="ScoringPlan.Score"/> takes them.</param>
    /// <param name="groups">The group of each agency.</param>
    /// <param name="seed">Of the random numbers.</param>
    /// <param name="weightings">How many.</param>
    /// <param name="spread">See <see cref="RandomWeightings"/>.</param>
    /// <returns>In the order of the agencies.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A rating is outside its scale, or a row has a wrong length.</exception>
    public static IReadOnlyList<AgencySensitivity> Of(
        ScoringPlan plan, IReadOnlyList<int[]> ratings, IReadOnlyList<string> groups, ulong seed, int weightings = Weightings, double spread = Spread)
    {
        var (overall, within) = DeclaredRanks(plan, ratings, groups);
        var table = new RatingTable(plan, ratings, groups);
        var counts = new RankCounts(table);
        var draws = new RandomWeightings(plan, seed, spread);
        var workers = Math.Clamp(Environment.ProcessorCount, 1, Math.Max(1, weightings / 100));
        Parallel.For(0, workers, worker =>
        {
            var own = new RankCounts(table);
            var (weights, scores) = (new float[plan.Indicators.Count], new float[table.Length]);
            for (var number = worker; number < weightings; number += workers)
            {
                draws.Draw(number, weights);
                table.Score(weights, scores);
                own.Count(scores);
            }
            lock (counts)
                counts.Add(own);
        });
        return [.. Enumerable.Range(0, ratings.Count).Select(agency => new AgencySensitivity(
            RangeOf(counts.Overall(agency), overall[agency], weightings), RangeOf(counts.InGroup(agency), within[agency], weightings)))];
    }

    private static (int[] Overall, int[] Within) DeclaredRanks(ScoringPlan plan, IReadOnlyList<int[]> ratings, IReadOnlyList<string> groups)
    {
        var results = new ExactIndex[plan.Nodes.Count];
        var figures = new AgencyFigures[ratings.Count];
        for (var i = 0; i < figures.Length; i++)
        {
            plan.Score(ratings[i], results);
            figures[i] = new AgencyFigures { Code = "", Group = groups[i], Index = results[0], Predicate = "", Nodes = [] };
        }
        return (Ranking.Of([.. figures.Select(figure => figure.Index)]), Ranking.WithinGroups(figures));
    }

    /// <param name="counts">How often each rank from 1 was reached.</param>
    /// <param name="declared">The rank by the declared weights.</param>
    /// <param name="weightings">How many there were.</param>
    private static RankRange RangeOf(ReadOnlySpan<int> counts, int declared, int weightings)
    {
        return new RankRange(counts[declared - 1], At(counts, LowPercent), At(counts, HighPercent));

        int At(ReadOnlySpan<int> all, int percent)
        {
            var reached = 0L;
            for (var rank = 1; rank <= all.Length; rank++)
                if ((reached += all[rank - 1]) * 100 >= (long)weightings * percent)
                    return rank;
            return all.Length;
        }
    }
}
