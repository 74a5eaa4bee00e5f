using System.Numerics;
using System.Runtime.InteropServices;
using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.National;

/// <summary>Ratings laid out for vectors: agencies are lanes, group after group, each group filled up to whole vectors. A lane adds its indicators in the order of the
/// plan, however wide the vectors of the machine are, so every machine gets the same sums.</summary>
internal sealed class RatingTable
{
    private readonly int indicators;
    private readonly float[] ratings;
    private readonly float[]? applicable;
    private readonly int[] unfilled;

    public RatingTable(ScoringPlan plan, IReadOnlyList<int[]> rows, IReadOnlyList<string> groups)
    {
        (indicators, Lanes) = (plan.Indicators.Count, new int[rows.Count]);
        List<(int From, int To)> segments = [];
        var next = 0;
        foreach (var group in Enumerable.Range(0, rows.Count).GroupBy(i => groups[i], StringComparer.Ordinal))
        {
            var from = next;
            foreach (var agency in group)
                Lanes[agency] = next++;
            next = (next + Width - 1) / Width * Width;
            segments.Add((from, next));
        }
        (Length, Segments, unfilled) = (next, segments, [.. Enumerable.Range(0, next).Except(Lanes)]);
        Sizes = [.. segments.Select(segment => Lanes.Count(lane => lane >= segment.From && lane < segment.To))];
        ratings = new float[next * indicators];
        applicable = rows.Any(row => row.Contains(ScoringPlan.NotApplicable)) ? new float[next * indicators] : null;
        for (var agency = 0; agency < rows.Count; agency++)
            Fill(rows[agency], Lanes[agency]);
    }

    private static int Width => Vector<float>.Count;

    /// <summary>Lanes, those that only fill up included.</summary>
    public int Length { get; }

    /// <summary>The lane of each agency.</summary>
    public int[] Lanes { get; }

    /// <summary>The lanes of each group.</summary>
    public IReadOnlyList<(int From, int To)> Segments { get; }

    /// <summary>Agencies of each group.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The index of every lane under these weights; lanes that only fill up get the least there is.</summary>
    public void Score(ReadOnlySpan<float> weights, Span<float> scores)
    {
        Span<Vector<float>> spread = stackalloc Vector<float>[indicators];
        for (var i = 0; i < indicators; i++)
            spread[i] = new Vector<float>(weights[i]);
        ReadOnlySpan<Vector<float>> rated = MemoryMarshal.Cast<float, Vector<float>>(ratings);
        ReadOnlySpan<Vector<float>> counted = MemoryMarshal.Cast<float, Vector<float>>(applicable);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        for (var block = 0; block < sums.Length; block++)
        {
            var sum = Sum(rated.Slice(block * indicators, indicators), spread);
            sums[block] = counted.IsEmpty ? sum : sum / Sum(counted.Slice(block * indicators, indicators), spread);
        }
        foreach (var lane in unfilled)
            scores[lane] = float.NegativeInfinity;
    }

    private static Vector<float> Sum(ReadOnlySpan<Vector<float>> block, ReadOnlySpan<Vector<float>> weights)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i < block.Length && i < weights.Length; i++)
            sum += block[i] * weights[i];
        return sum;
    }

    private void Fill(int[] row, int lane)
    {
        var start = (lane / Width * Width * indicators) + (lane % Width);
        for (var i = 0; i < indicators; i++)
        {
            var isApplicable = row[i] != ScoringPlan.NotApplicable;
            ratings[start + (i * Width)] = isApplicable ? row[i] : 0;
            if (applicable is not null)
                applicable[start + (i * Width)] = isApplicable ? 1 : 0;
        }
    }
}
