using DgccAssess.Scoring.Egdi;
using DgccAssess.Web.Features.Results;

namespace DgccAssess.Web.Features.Egdi;

/// <param name="Edition">Started from.</param>
/// <param name="Country">Of the edition.</param>
/// <param name="Scenario">Before and after.</param>
/// <param name="Field">Where the others stand.</param>
/// <param name="Otherwise">Where the country would stand had the others done the other thing; null in the first edition.</param>
/// <param name="Steps">What the next ranks cost.</param>
/// <param name="Neighbours">Those around the old and the new place.</param>
public sealed record WhatIfView(
    EgdiEdition Edition, EgdiCountry Country, EgdiScenario Scenario, EgdiField Field, EgdiStanding? Otherwise, IReadOnlyList<EgdiStep> Steps, IReadOnlyList<EgdiPlace> Neighbours)
{
    private const int Width = 400, Height = 120;

    public decimal Gain => Scenario.Standing.Egdi - Scenario.Base.Egdi;

    /// <summary>The rank without a change where the others stand in this scenario.</summary>
    public int RankOfNothing => Field.RankOf(Country.Egdi);

    /// <summary>Index gained, and not a rank with it.</summary>
    public bool IsFlat => Gain > 0 && Scenario.Standing.Rank == RankOfNothing;

    private decimal Reach => Math.Max(Steps.Count == 0 ? 0 : Steps[^1].Gain, Gain) is var reach and > 0 ? reach : 0.01m;

    private int Best => Steps.Count == 0 ? RankOfNothing : Steps[^1].Rank;

    /// <summary>The rank over the gain, as corners of a line: it runs level while a gain buys nothing.</summary>
    public string Line()
    {
        List<string> corners = [$"0,{Y(RankOfNothing)}"];
        var rank = RankOfNothing;
        foreach (var step in Steps)
        {
            corners.Add($"{X(step.Gain)},{Y(rank)}");
            corners.Add($"{X(step.Gain)},{Y(step.Rank)}");
            rank = step.Rank;
        }

        corners.Add($"{Width},{Y(rank)}");
        return string.Join(' ', corners);
    }

    public string X(decimal gain) => Figures.Plain(Math.Round(Math.Clamp(gain / Reach, 0, 1) * Width, 1));

    public string Y(int rank) => Figures.Plain(Math.Round(10 + ((rank - Best) * (Height - 20m) / Math.Max(1, RankOfNothing - Best)), 1));
}
