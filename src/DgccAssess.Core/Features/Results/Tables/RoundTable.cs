namespace DgccAssess.Core.Features.Results.Tables;

/// <summary>What a round's published results are written out as.</summary>
public enum RoundTableKind
{
    /// <summary>A row per agency, indicator, stage and assessor.</summary>
    RatingsLong,

    /// <summary>A row per agency; a column per indicator and stage.</summary>
    RatingsWide,

    /// <summary>A row per agency: index, predicate and every group of the instrument's tree.</summary>
    Results,
}

/// <summary>A table whose rows come one after the other: whatever its length, it is never held as a whole.</summary>
/// <param name="Name">Of the sheet and the file.</param>
/// <param name="Columns">Codes, the same in every language, so that programs can rely on them.</param>
/// <param name="Rows">Texts, numbers, true or false, or nothing; as many as columns.</param>
public sealed record RoundTable(string Name, IReadOnlyList<string> Columns, IAsyncEnumerable<object?[]> Rows);
