using DgccAssess.Core.Features.Egdi;
using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Core.Features.DataChecks;

/// <summary>Why there is no figure of an effect.</summary>
public enum NoEffect
{
    /// <summary>The tenant has no country of the survey.</summary>
    Country,
    NationalValue,
    Range,
    Weight,
}

/// <summary>What accepted corrections would do to the country's index and rank, the others as published. An estimate; see <see cref="EgdiCorrection"/>.</summary>
/// <param name="Change">Of the component; of several rows: null.</param>
/// <param name="Scenario">Index and rank before and after.</param>
/// <param name="Decimals">Of the edition.</param>
public sealed record DataCheckEffect(decimal? Change, EgdiScenario Scenario, int Decimals)
{
    public decimal Gain => Scenario.Standing.Egdi - Scenario.Base.Egdi;
    public int Ranks => Scenario.Base.Rank - Scenario.Standing.Rank;

    /// <summary>Null where something is missing: that is not zero.</summary>
    /// <param name="country">ISO 3166-1 alpha-3; null: the tenant has none.</param>
    /// <param name="content">The row.</param>
    public static DataCheckEffect? Of(string? country, DataCheckContent content) => ChangeOf(content) is { } change ? Of(country, content.Edition, [(content, change)], change) : null;

    /// <summary>What the rows of an edition would do together; those without an effect of their own don't count.</summary>
    public static DataCheckEffect? Of(string? country, int edition, IEnumerable<DataCheckContent> rows)
    {
        List<(DataCheckContent, decimal)> changes = [.. rows.Where(r => r.Edition == edition).Select(r => (r, ChangeOf(r))).Where(r => r.Item2 is not null).Select(r => (r.r, r.Item2!.Value))];
        return changes.Count == 0 ? null : Of(country, edition, changes, null);
    }

    public static NoEffect? Missing(string? country, DataCheckContent content) =>
        country is null || ShippedEgdi.Editions.FirstOrDefault(e => e.Year == content.Edition)?.Find(country) is null ? NoEffect.Country
        : content.NationalValue is null ? NoEffect.NationalValue
        : content.Least is null || content.Most is null ? NoEffect.Range
        : ChangeOf(content) is null ? NoEffect.Weight
        : null;

    private static decimal? ChangeOf(DataCheckContent content) =>
        content is { NationalValue: { } national, Least: { } least, Most: { } most } && EgdiSubIndicator.Find(content.SubIndicator) is { } figure
        && (content.WeightPercent / 100 ?? figure.WeightIn(content.Edition)) is { } weight
            ? new EgdiCorrection(content.HeldValue, national, least, most, weight).ChangeOf(figure)
            : null;

    private static DataCheckEffect? Of(string? code, int year, IReadOnlyList<(DataCheckContent Row, decimal Change)> changes, decimal? change)
    {
        if (code is null || ShippedEgdi.Editions.FirstOrDefault(e => e.Year == year) is not { } edition || edition.Find(code) is not { } country) return null;
        // Summed before they are kept within 0 to 1: one row may take back what another gives.
        var components = changes.GroupBy(c => EgdiSubIndicator.Find(c.Row.SubIndicator)!.Component)
            .Aggregate(country.Components, (sum, part) => sum.Plus(part.Key, part.Sum(c => c.Change)));
        return new(change, EgdiWhatIf.Of(edition, country, components), edition.Decimals);
    }
}
