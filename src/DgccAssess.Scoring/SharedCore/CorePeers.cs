using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.SharedCore;

/// <summary>A country much like another, whoever is ahead.</summary>
/// <param name="Country">Its code.</param>
/// <param name="Common">How many questions both show in full.</param>
/// <param name="Distance">From 0 (the same distribution everywhere) to 1 (all low against all high everywhere).</param>
public sealed record CorePeer(string Country, int Common, ExactFraction Distance)
{
    public decimal Rounded => Distance.Round(new(2, Instruments.RoundingMode.HalfUp));
}

/// <summary>
/// Peers by likeness over the questions both countries show. The distance of one question is how much of one distribution has to be carried, and how far, to get the other (earth mover's
/// distance over the three bands, divided by the two steps from low to high); that of two countries is its plain mean. Bands, not levels: a close mapping bears no more.
/// </summary>
public static class CorePeers
{
    /// <summary>The nearest first; those equally near in the order of their codes. Countries that may not be compared with this one are not among them.</summary>
    public static IReadOnlyList<CorePeer> Of(CoreStructure structure, CoreCountry country, IEnumerable<CoreCountry> others)
    {
        var standing = CoreStanding.Of(structure, country);
        if (!standing.IsEnough) return [];
        return
        [
            .. others.Where(other => other.Code != country.Code).Select(other => Peer(structure, (country, standing), (other, CoreStanding.Of(structure, other)))).OfType<CorePeer>()
                .OrderBy(peer => peer.Distance).ThenBy(peer => peer.Country, StringComparer.Ordinal),
        ];
    }

    private static CorePeer? Peer(CoreStructure structure, (CoreCountry Country, CoreStanding Standing) one, (CoreCountry Country, CoreStanding Standing) other)
    {
        if (!other.Standing.IsEnough || CoreBadges.Of(CoreTogether.Reasons(structure, [one.Country, other.Country], [one.Standing, other.Standing])) is CoreBadge.NotComparable) return null;
        var steps = one.Standing.Questions.Intersect(other.Standing.Questions, StringComparer.Ordinal)
            .Select(code => Distance(one.Country.Figures.Find(code)!, other.Country.Figures.Find(code)!)).OfType<ExactFraction>().ToList();
        return steps.Count < structure.Minimums.Common ? null : new CorePeer(other.Country.Code, steps.Count, steps.Aggregate((sum, step) => sum + step) / steps.Count);
    }

    private static ExactFraction? Distance(SharedCoreQuestion question, SharedCoreQuestion other)
    {
        if (Shares(question) is not { } a || Shares(other) is not { } b) return null;
        return (Apart(a.Low, b.Low) + Apart(a.High, b.High)) / 2;
    }

    private static (ExactFraction Low, ExactFraction High)? Shares(SharedCoreQuestion question) =>
        question.ToBands() is { Low: { } low, Middle: { } middle, High: { } high } && low + middle + high is > 0 and var all
            ? (new ExactFraction(low, all), new ExactFraction(high, all))
            : null;

    private static ExactFraction Apart(ExactFraction a, ExactFraction b) => a > b ? a - b : b - a;
}
