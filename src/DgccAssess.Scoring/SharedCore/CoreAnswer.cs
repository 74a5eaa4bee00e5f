using System.Numerics;
using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.SharedCore;

/// <summary>What one agency's instrument says to one question of the core.</summary>
/// <param name="Value">Exact; from 1 to 5.</param>
/// <param name="Level">A level counts when it is reached: the floor of the value.</param>
/// <param name="Verified">An external assessor rated every indicator of it.</param>
public sealed record CoreAnswer(ExactFraction Value, int Level, bool Verified)
{
    /// <summary>The answer by the values of one stage; null where one that is needed is missing: no value is no answer, never 0 or 1.</summary>
    public static CoreAnswer? Of(CoreRow row, CoreAgency agency)
    {
        if (row.Kind is CoreKind.None) return null;
        var used = row.Indicators.Where(code => !row.SkipUnnamed || !agency.Unnamed.Contains(code)).ToList();
        var values = used.Select(code => agency.Values.GetValueOrDefault(code)).OfType<decimal>().Select(Exact).ToList();
        if (values.Count == 0 || values.Count < used.Count) return null;

        var value = row.Combine is CoreCombine.Min ? values.Min() : values.Aggregate((sum, next) => sum + next) / values.Count;
        return new CoreAnswer(value, Math.Clamp((int)(value.Numerator / value.Denominator), 1, CoreStructure.Levels), used.TrueForAll(agency.Verified.Contains));
    }

    private static ExactFraction Exact(decimal value)
    {
        const int Places = 6; // Instruments allow no more decimals than this.
        var unit = BigInteger.Pow(10, Places);
        return new ExactFraction((BigInteger)(value * (decimal)unit), unit);
    }
}

/// <summary>The values of one agency at one stage.</summary>
public sealed record CoreAgency
{
    public required string Code { get; init; }

    /// <summary>Code of its agency group.</summary>
    public required string Group { get; init; }

    /// <summary>By indicator; null is "not applicable".</summary>
    public required IReadOnlyDictionary<string, decimal?> Values { get; init; }

    /// <summary>Indicators for which the agency was to name a service and named none.</summary>
    public IReadOnlySet<string> Unnamed { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Indicators that an external assessor rated.</summary>
    public IReadOnlySet<string> Verified { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
