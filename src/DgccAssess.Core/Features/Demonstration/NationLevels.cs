using DgccAssess.Scoring.Indices;

namespace DgccAssess.Core.Features.Demonstration;

/// <summary>
/// The levels that assessors found, for every agency, indicator and year. An agency has an ability, leanings and a pace of its own that stay with it; the first
/// year is set so that its means are those of the file (<see cref="NationAnchor"/>), later ones follow from it.
/// </summary>
internal sealed class NationLevels
{
    private const double AbilitySpread = 0.5;
    private const double ShockSpread = 0.12;
    private const double IndicatorSpread = 0.35;
    private const double LeaningSpread = 0.75;
    private const double NoiseSpread = 0.12;
    private const double LeapShare = 0.03;
    private const double LeapPace = 3;

    private readonly ScoringPlan plan;
    private readonly Draws draws;
    private readonly int firstYear;
    private readonly double[] rises;
    private readonly int[] domains;
    private readonly Dictionary<(NationGroup Bucket, int Domain), double> shifts = [];
    private readonly Dictionary<(int Agency, int Indicator), int> nudges = [];

    public NationLevels(Nation nation)
    {
        (plan, draws, firstYear) = (nation.Plan, nation.Draws, nation.File.FirstYear);
        var roots = plan.Nodes.Where(n => n.Depth == 1).ToList();
        domains = [.. plan.Indicators.Select((_, i) => roots.FindIndex(r => i >= r.FirstIndicator && i < r.FirstIndicator + r.IndicatorCount))];
        rises = [.. roots.Select(r => (double)nation.File.Means[r.Code].Rise)];
        new NationAnchor(nation.File, plan, this).Set(nation.TakingPart(firstYear), roots);
    }

    /// <summary>The level of an agency in a year.</summary>
    public int Of(NationAgency agency, int indicator, int year)
    {
        var level = Round(Latent(agency, indicator, year) + shifts[(agency.Group, domains[indicator])], indicator);
        return year == firstYear ? level + nudges.GetValueOrDefault((agency.Number, indicator)) : level;
    }

    public int Round(double latent, int indicator)
    {
        var scale = plan.Indicators[indicator].Scale!;
        return Math.Clamp((int)Math.Floor(latent + 0.5), scale.Floor, scale.Ceiling);
    }

    /// <summary>Where the agency would lie without the means of the file.</summary>
    public double Latent(NationAgency agency, int indicator, int year)
    {
        var years = year - firstYear;
        var pace = draws.Chance(LeapShare, Trait.Leap, agency.Number) ? LeapPace : 0.4 + (1.2 * draws.Uniform(Trait.Growth, agency.Number));
        return (double)agency.Group.Offset
            + (AbilitySpread * draws.Normal(Trait.Ability, agency.Number))
            + (ShockSpread * draws.Normal(Trait.Shock, agency.Number, year))
            + (IndicatorSpread * draws.Normal(Trait.Leaning, 0, indicator + 1))
            + (LeaningSpread * draws.Normal(Trait.Leaning, agency.Number, indicator + 1))
            + (NoiseSpread * draws.Normal(Trait.Noise, agency.Number, indicator, year))
            + (rises[domains[indicator]] * pace * years);
    }

    public void Shift(NationGroup bucket, int domain, double by) => shifts[(bucket, domain)] = by;

    public void Nudge(NationAgency agency, int indicator, int by) => nudges[(agency.Number, indicator)] = by;

    public ulong OrderOf(NationAgency agency, int indicator) => draws.Bits(Trait.Order, agency.Number, indicator);
}
