namespace DgccAssess.Scoring.National;

/// <summary>The random numbers of rank sensitivity: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014). Any number of the
/// sequence can be asked for by its place, so that the same seed gives the same weightings however many threads share the work.</summary>
public static class SplitMix64
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>The number at that place of the sequence, from 0.</summary>
    public static ulong At(ulong seed, ulong place)
    {
        unchecked
        {
            var z = seed + ((place + 1) * Gamma);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>Evenly spread over 0 to below 1, in steps of 2^-53.</summary>
    public static double UnitAt(ulong seed, ulong place) => (At(seed, place) >> 11) * (1.0 / (1UL << 53));
}
