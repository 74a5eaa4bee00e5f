namespace DgccAssess.Core.Features.National;

/// <summary>One agency in a national result.</summary>
public sealed record NationalAgency
{
    public required string Code { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public required string Group { get; init; }
    public string? Region { get; init; }
    public bool Synthetic { get; init; }

    /// <summary>It consented to publication. Without consent it counts in means and is never named outside.</summary>
    public required bool Consent { get; init; }

    public required NationalFigure Index { get; init; }

    /// <summary>Code of the predicate.</summary>
    public required string Predicate { get; init; }

    /// <summary>In the order of the document's nodes; null where nothing beneath is applicable.</summary>
    public required IReadOnlyList<NationalFigure?> Nodes { get; init; }

    /// <summary>Its own assessment.</summary>
    public NationalFigure? Self { get; init; }

    /// <summary>Its index in the round before, whatever the instrument.</summary>
    public NationalFigure? Previous { get; init; }

    /// <summary>It consented to the publication of that one too.</summary>
    public bool PreviousConsent { get; init; }

    /// <summary>Now less before, exact and rounded once; null where not comparable.</summary>
    public decimal? Change { get; init; }

    /// <summary>Among all agencies; equal indices share it.</summary>
    public required NationalRank Rank { get; init; }

    public required NationalRank GroupRank { get; init; }

    /// <summary>The published snapshot the figures are from.</summary>
    public required NationalSource Source { get; init; }
}

/// <param name="Index">Rounded once, with the instrument's decimals.</param>
/// <param name="Exact">As a fraction in lowest terms, for example 59/20.</param>
public sealed record NationalFigure(decimal Index, string Exact);

/// <param name="Place">By the declared weights.</param>
/// <param name="Kept">In how many random weightings it is the same.</param>
/// <param name="Low">Reached or bettered in 5 % of them.</param>
/// <param name="High">Reached or bettered in 95 % of them.</param>
public sealed record NationalRank(int Place, int Kept, int Low, int High);

/// <param name="Number">Of the published snapshot.</param>
/// <param name="Hash">SHA-256 of its document.</param>
public sealed record NationalSource(int Number, string Hash);
