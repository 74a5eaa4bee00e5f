using System.Numerics;
using System.Runtime.InteropServices;

namespace DgccAssess.Scoring.National;

/// <summary>How often each agency had each rank: a rank is one more than the number of higher scores, counted a vector at a time, which is faster than sorting.</summary>
internal sealed class RankCounts
{
    private readonly RatingTable table;
    private readonly int agencies;
    private readonly int[] agencyOf;
    private readonly int[] overall;
    private readonly int[][] inGroup;

    public RankCounts(RatingTable table)
    {
        (this.table, agencies) = (table, table.Lanes.Length);
        agencyOf = new int[table.Length];
        Array.Fill(agencyOf, -1);
        for (var agency = 0; agency < agencies; agency++)
            agencyOf[table.Lanes[agency]] = agency;
        overall = new int[agencies * agencies];
        inGroup = new int[agencies][];
        for (var segment = 0; segment < table.Segments.Count; segment++)
            for (var lane = table.Segments[segment].From; lane < table.Segments[segment].To; lane++)
                if (agencyOf[lane] >= 0)
                    inGroup[agencyOf[lane]] = new int[table.Sizes[segment]];
    }

    public ReadOnlySpan<int> Overall(int agency) => overall.AsSpan(agency * agencies, agencies);

    public ReadOnlySpan<int> InGroup(int agency) => inGroup[agency];

    /// <summary>Adds one weighting's ranks.</summary>
    public void Count(ReadOnlySpan<float> scores)
    {
        var width = Vector<float>.Count;
        var all = MemoryMarshal.Cast<float, Vector<float>>(scores);
        foreach (var (from, to) in table.Segments)
        {
            // Groups are filled up to whole vectors.
            var before = all[..(from / width)];
            var group = all[(from / width)..(to / width)];
            var after = all[(to / width)..];
            for (var lane = from; lane < to && agencyOf[lane] is >= 0 and var agency; lane++)
            {
                var own = new Vector<float>(scores[lane]);
                var within = Higher(group, own);
                inGroup[agency][within]++;
                overall[(agency * agencies) + within + Higher(before, own) + Higher(after, own)]++;
            }
        }
    }

    public void Add(RankCounts other)
    {
        for (var i = 0; i < overall.Length; i++)
            overall[i] += other.overall[i];
        for (var agency = 0; agency < agencies; agency++)
            for (var rank = 0; rank < inGroup[agency].Length; rank++)
                inGroup[agency][rank] += other.inGroup[agency][rank];
    }

    private static int Higher(ReadOnlySpan<Vector<float>> scores, Vector<float> own)
    {
        var (first, second, i) = (Vector<int>.Zero, Vector<int>.Zero, 0);
        // A comparison that holds is -1. Two sums, because one would wait for itself.
        for (; i < scores.Length - 1; i += 2)
        {
            first -= Vector.GreaterThan(scores[i], own);
            second -= Vector.GreaterThan(scores[i + 1], own);
        }
        if (i < scores.Length)
            first -= Vector.GreaterThan(scores[i], own);
        return Vector.Sum(first + second);
    }
}
