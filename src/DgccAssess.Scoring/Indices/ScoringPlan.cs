using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Indices;

/// <summary>An instrument compiled once into flat arrays of whole numbers, so that scoring one agency is a few hundred additions and allocates nothing.
/// Immutable and safe to share between threads.</summary>
public sealed class ScoringPlan
{
    /// <summary>Ratings are whole numbers of 1/100 level: level 3 is 300, a rating of 1.26 is 126.</summary>
    public const int RatingUnit = 100;

    /// <summary>The rating "not applicable", where the instrument allows it.</summary>
    public const int NotApplicable = int.MinValue;

    private readonly int[] firsts;
    private readonly int[] ends;
    private readonly long[] denominators;
    private readonly long[] weights;
    private readonly int[] floors;
    private readonly uint[] widths;
    private readonly Dictionary<string, int> positions;

    private ScoringPlan(Instrument instrument, List<PlanNode> nodes, long[] weights)
    {
        Instrument = instrument;
        Nodes = nodes;
        Indicators = nodes.FindAll(node => node.IsIndicator);
        this.weights = weights;
        firsts = [.. nodes.Select(node => node.FirstIndicator)];
        ends = [.. nodes.Select(node => node.FirstIndicator + node.IndicatorCount)];
        denominators = [.. nodes.Select(node => RatingUnit * weights.Skip(node.FirstIndicator).Take(node.IndicatorCount).Sum())];
        floors = [.. Indicators.Select(node => node.Scale!.Floor * RatingUnit)];
        widths = [.. Indicators.Select(node => (uint)((node.Scale!.Ceiling - node.Scale.Floor) * RatingUnit))];
        positions = Indicators.Select((node, i) => (node.Code, i)).ToDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);
    }

    public Instrument Instrument { get; }

    /// <summary>Depth first in reading order; position 0 is the whole instrument. Results of <see cref="Score"/> have the same positions.</summary>
    public IReadOnlyList<PlanNode> Nodes { get; }

    /// <summary>The indicators in reading order: the order of the ratings of <see cref="Score"/>.</summary>
    public IReadOnlyList<PlanNode> Indicators { get; }

    /// <exception cref="ArgumentException">The instrument has structural errors; see <see cref="InstrumentCheck"/>.</exception>
    public static ScoringPlan Compile(Instrument instrument)
    {
        var errors = InstrumentCheck.Check(instrument).Where(problem => problem.Severity is ProblemSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            var all = string.Join("; ", errors.Select(error => $"{error.Path} {error.Code}"));
            throw new ArgumentException($"Instrument {instrument.Code} cannot be scored: {all}", nameof(instrument));
        }
        var builder = new PlanBuilder(instrument);
        builder.Build();
        var leafWeights = builder.Nodes.Where(node => node.IsIndicator).Select(node => node.Weight).ToList();
        return WeightScaling.TryScale(leafWeights, out var weights)
            ? new ScoringPlan(instrument, builder.Nodes, weights)
            : throw new ArgumentException($"Weights of {instrument.Code} have too many digits.", nameof(instrument));
    }

    /// <summary>Weight of the indicator at a position, as the whole number that <see cref="Score"/> multiplies with.</summary>
    internal long WeightOf(int indicator) => weights[indicator];

    /// <summary>Position of an indicator in <see cref="Indicators"/>, or -1.</summary>
    public int PositionOf(string indicator) => positions.GetValueOrDefault(indicator, -1);

    /// <summary>Indices of every node for one agency: sum(rating x weight) / sum(weight) over the indicators beneath the node, on raw ratings
    /// (PermenPANRB 59/2020, Annex I). Not-applicable indicators leave both sums. No allocation.</summary>
    /// <param name="ratings">One per indicator, in <see cref="RatingUnit"/>s or <see cref="NotApplicable"/>. Only the range of the scale is checked here;
    /// <see cref="Ratings.RatingCheck"/> checks the rest.</param>
    /// <param name="results">One per node of <see cref="Nodes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rating is outside its scale, not applicable where that is forbidden, or a length is wrong.</exception>
    public void Score(ReadOnlySpan<int> ratings, Span<ExactIndex> results)
    {
        if (ratings.Length != weights.Length)
            throw new ArgumentOutOfRangeException(nameof(ratings), ratings.Length, $"{weights.Length} ratings are needed.");
        if (results.Length != firsts.Length)
            throw new ArgumentOutOfRangeException(nameof(results), results.Length, $"Room for {firsts.Length} results is needed.");
        Span<long> running = stackalloc long[weights.Length + 1];
        if (!TryAccumulate(ratings, running))
            ScoreApplicable(ratings, results);
        else
            for (var node = 0; node < results.Length; node++)
                results[node] = new ExactIndex(running[ends[node]] - running[firsts[node]], denominators[node]);
    }

    /// <summary>Running sums of weight x rating: any node's sum is the difference of two of them. False when an indicator is not applicable.</summary>
    private bool TryAccumulate(ReadOnlySpan<int> ratings, Span<long> running)
    {
        var (complete, sum) = (true, 0L);
        for (var i = 0; i < ratings.Length; i++)
        {
            var rating = ratings[i];
            if (unchecked((uint)(rating - floors[i])) > widths[i])
            {
                if (rating != NotApplicable || Instrument.NotApplicable is not NotApplicablePolicy.Excluded)
                    throw new ArgumentOutOfRangeException(nameof(ratings), rating, $"Rating of {Indicators[i].Code} is outside its scale.");
                complete = false;
            }
            running[i + 1] = sum += unchecked(weights[i] * rating);
        }
        return complete;
    }

    private void ScoreApplicable(ReadOnlySpan<int> ratings, Span<ExactIndex> results)
    {
        for (var node = 0; node < results.Length; node++)
            results[node] = SumOf(node, ratings).Index;
    }

    /// <summary>Both sums behind a node's index, in scaled weights.</summary>
    internal WeightedSum SumOf(int node, ReadOnlySpan<int> ratings)
    {
        var (sum, weight) = (0L, 0L);
        for (var i = firsts[node]; i < ends[node]; i++)
        {
            if (ratings[i] == NotApplicable)
                continue;
            sum += weights[i] * ratings[i];
            weight += weights[i];
        }
        return new WeightedSum(sum, weight * RatingUnit);
    }
}
