namespace DgccAssess.Scoring.Disclosure;

internal enum Sight
{
    /// <summary>Published, and may be hidden.</summary>
    Shown,

    /// <summary>Published, and stays so: it was published before.</summary>
    Fixed,

    Hidden,

    /// <summary>Never printed, but derivable where all it is made of is: the difference of a table and its filter, or the cells behind several tables.</summary>
    Unprinted,
}

/// <summary>One number behind the tables; margins that several tables share are one quantity.</summary>
internal sealed class Quantity(long value)
{
    public long Value => value;

    public Sight Sight { get; set; }

    /// <summary>The least that everybody knows it to be.</summary>
    public long Least { get; set; }

    /// <summary>How much higher it must be able to be for all that is published; 0: no demand.</summary>
    public long Need { get; set; }

    /// <summary>It is too small to be shown; otherwise, where hidden, it is so for the sake of others.</summary>
    public bool IsSmall { get; set; }

    public bool IsMargin { get; init; }

    /// <summary>Was hidden in an earlier publication.</summary>
    public bool WasHidden { get; set; }

    /// <summary>It is enough that it can be another, higher or lower.</summary>
    public bool MayFall { get; set; }

    /// <summary>What hiding it costs: the agencies it stands for; margins cost more, for more is read from them.</summary>
    public double Cost { get; set; }

    /// <summary>A cell behind several tables: only that it exists is known, so that it may be a fraction.</summary>
    public bool IsLatent { get; set; }

    /// <summary>Where it starts if latent.</summary>
    public double Start { get; set; }

    public bool CanMove => Sight is Sight.Hidden or Sight.Unprinted;
}

/// <summary>Quantities, each with 1 or -1, that sum to 0.</summary>
internal sealed record Equation(IReadOnlyList<(int Quantity, int Sign)> Terms)
{
    /// <summary>The parts sum to the whole.</summary>
    public static Equation Of(int whole, IEnumerable<int> parts) => new([(whole, -1), .. parts.Select(part => (part, 1))]);
}
