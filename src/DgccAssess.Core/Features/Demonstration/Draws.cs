namespace DgccAssess.Core.Features.Demonstration;

/// <summary>What is drawn of an agency.</summary>
internal enum Trait : ulong
{
    Ability = 1, Growth, Leap, Shock, Leaning, Noise, Candour, Claim, HighClaim, Harmonise, Consent, TakesPart, Unfinished, Day, SecondAssessor, Disagree, Evidence, Order,
}

/// <summary>
/// Draws that depend on nothing but the seed and what is drawn, so that one agency's are the same whatever comes before it and in whatever order:
/// SplitMix64 (Steele, Lea, Flood 2014) over the keys. System.Random promises no algorithm; sine and logarithm differ in the last bit between machines.
/// </summary>
internal readonly struct Draws(int seed)
{
    private const double Unit = 1.0 / (1UL << 53);

    // Of the sum of four uniform draws, so that its standard deviation is 1.
    private const double Spread = 1.7320508075688772;

    private readonly ulong start = Mix((ulong)(uint)seed);

    public ulong Bits(Trait trait, int a = 0, int b = 0, int c = 0) =>
        Mix(Mix(Mix(Mix(start ^ (ulong)trait) ^ (uint)a) ^ (uint)b) ^ (uint)c);

    /// <summary>0 to below 1.</summary>
    public double Uniform(Trait trait, int a = 0, int b = 0, int c = 0) => (Bits(trait, a, b, c) >> 11) * Unit;

    public bool Chance(double share, Trait trait, int a = 0, int b = 0, int c = 0) => Uniform(trait, a, b, c) < share;

    /// <summary>Around 0 with a standard deviation of 1, never beyond 3.5.</summary>
    public double Normal(Trait trait, int a = 0, int b = 0, int c = 0)
    {
        var state = Bits(trait, a, b, c);
        var sum = 0.0;
        for (var i = 0; i < 4; i++) sum += ((state = Mix(state)) >> 11) * Unit;
        return (sum - 2) * Spread;
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
