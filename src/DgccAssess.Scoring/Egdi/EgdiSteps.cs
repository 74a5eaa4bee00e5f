namespace DgccAssess.Scoring.Egdi;

/// <summary>One step of the ladder of ranks above a country.</summary>
/// <param name="Rank">What the step gives; equal indices share it.</param>
/// <param name="Egdi">The index it takes.</param>
/// <param name="Gain">How much more index that is than the published one. Less buys no better rank than the step before.</param>
/// <param name="ComponentGain">How much one component must rise for it, to the last published digit.</param>
public sealed record EgdiStep(int Rank, decimal Egdi, decimal Gain, decimal ComponentGain);

/// <summary>The rank as a step function of the gain: what each next rank costs, and so how long a gain buys nothing.</summary>
public static class EgdiSteps
{
    /// <param name="edition">The figures to start from.</param>
    /// <param name="country">One of the edition.</param>
    /// <param name="field">Everybody else.</param>
    /// <param name="upTo">Steps that cost more than this are left out.</param>
    public static IReadOnlyList<EgdiStep> Of(EgdiEdition edition, EgdiCountry country, EgdiField field, decimal upTo) =>
    [
        .. field.Others.Select(o => o.Egdi).Where(egdi => egdi > country.Egdi && egdi - country.Egdi <= upTo).Distinct().Order()
            .Select(egdi => new EgdiStep(field.RankOf(egdi), egdi, egdi - country.Egdi, ComponentGain(edition, country, egdi))),
    ];

    /// <summary>The least change of one component that gives the index: three times the gain but for what was rounded away.</summary>
    private static decimal ComponentGain(EgdiEdition edition, EgdiCountry country, decimal egdi)
    {
        var unit = EgdiWhatIf.Unit(edition.Decimals);
        // Rounding hides at most a unit of the index, three of a component.
        var change = Math.Max(0, ((egdi - country.Egdi) * EgdiComponents.Count) - (EgdiComponents.Count * unit));
        while (EgdiWhatIf.IndexAfter(country, edition.Decimals, change) < egdi) change += unit;
        return change;
    }
}
