namespace DgccAssess.Scoring.Awards;

/// <summary>An agency as an award sees it. Values are raw: with all their decimals, not as published.</summary>
public sealed record Candidate
{
    public required string Code { get; init; }
    public required string Group { get; init; }
    public string? Region { get; init; }

    /// <summary>The instrument of its result; null for the award's.</summary>
    public string? Instrument { get; init; }

    public bool TookPart { get; init; } = true;
    public required bool Consented { get; init; }
    public bool HasOpenObjection { get; init; }

    /// <summary>Of the published index, as the result says; it is not computed again.</summary>
    public string? Predicate { get; init; }

    public decimal? Index { get; init; }

    /// <summary>The index of the agency's own assessment.</summary>
    public decimal? SelfIndex { get; init; }

    /// <summary>Indices of domains, aspects and indicators by code.</summary>
    public IReadOnlyDictionary<string, decimal> Nodes { get; init; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    public PreviousResult? Previous { get; init; }
    public IReadOnlyList<JurorScores> Jury { get; init; } = [];
}

/// <param name="Instrument">The instrument of that result.</param>
/// <param name="Index">The raw index.</param>
public sealed record PreviousResult(string Instrument, decimal Index);

/// <param name="Juror">A code.</param>
/// <param name="Scores">By criterion.</param>
/// <param name="Recused">The juror has an interest: the scores, if any, count neither in the sum nor in the number of jurors.</param>
public sealed record JurorScores(string Juror, IReadOnlyDictionary<string, decimal> Scores, bool Recused);
