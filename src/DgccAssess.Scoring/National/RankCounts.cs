using System.Numerics;

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
        foreach (var (from, to) in table.Segments)
            for (var lane = from; lane < to; lane++)
            {
                if (agencyOf[lane] is not (>= 0 and var agency))
                    break;
                var within = Higher(scores[from..to], scores[lane]);
                var elsewhere = Higher(scores[..from], scores[lane]) + Higher(scores[to..], scores[lane]);
                inGroup[agency][within]++;
                overall[(agency * agencies) + within + elsewhere]++;
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

    private static int Higher(ReadOnlySpan<float> scores, float own)
    {
        var (limit, first, second) = (new Vector<float>(own), Vector<int>.Zero, Vector<int>.Zero);
        var width = Vector<float>.Count;
        var i = 0;
        // A comparison that holds is -1. Two sums, because one would wait for itself.
        for (; i + (2 * width) <= scores.Length; i += 2 * width)
        {
            first -= Vector.GreaterThan(new Vector<float>(scores[i..]), limit);
            second -= Vector.GreaterThan(new Vector<float>(scores[(i + width)..]), limit);
        }
        if (i < scores.Length)
            first -= Vector.GreaterThan(new Vector<float>(scores[i..]), limit);
        return Vector.Sum(first + second);
    }
}
