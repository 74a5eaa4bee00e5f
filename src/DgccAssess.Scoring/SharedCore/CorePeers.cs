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

/// <summary>Another country looked at beside one.</summary>
/// <param name="Other">Its code.</param>
/// <param name="Peer">Null where the two may not be compared.</param>
/// <param name="Reasons">What is to be kept in mind; without a peer, why there is none.</param>
public sealed record CorePair(string Other, CorePeer? Peer, IReadOnlyList<CoreReason> Reasons)
{
    public CoreBadge Badge => CoreBadges.Of(Reasons);
}

/// <summary>
/// Peers by likeness over the questions both countries show. The distance of one question is how much of one distribution has to be carried, and how far, to get the other (earth mover's
/// distance over the three bands, divided by the two steps from low to high); that of two countries is its plain mean. Bands, not levels: a close mapping bears no more.
/// </summary>
public static class CorePeers
{
    /// <summary>The nearest first; those equally near in the order of their codes. Countries that may not be compared with this one are not among them.</summary>
    public static IReadOnlyList<CorePeer> Of(CoreStructure structure, CoreCountry country, IEnumerable<CoreCountry> others) => [.. Pairs(structure, country, others).Select(pair => pair.Peer).OfType<CorePeer>()];

    /// <summary>The same with those that may not be compared, which stand at the end in the order of their codes.</summary>
    public static IReadOnlyList<CorePair> Pairs(CoreStructure structure, CoreCountry country, IEnumerable<CoreCountry> others)
    {
        var own = CoreStanding.Of(structure, country);
        return
        [
            .. others.Where(other => other.Code != country.Code).Select(other => Pair(structure, (country, own), (other, CoreStanding.Of(structure, other))))
                .OrderBy(pair => pair.Peer is null).ThenBy(pair => pair.Peer?.Distance).ThenBy(pair => pair.Other, StringComparer.Ordinal),
        ];
    }

    private static CorePair Pair(CoreStructure structure, (CoreCountry Country, CoreStanding Standing) one, (CoreCountry Country, CoreStanding Standing) other)
    {
        var name = other.Country.Code;
        if (!one.Standing.IsEnough || !other.Standing.IsEnough) return new CorePair(name, null, [.. one.Standing.Reasons, .. other.Standing.Reasons]);
        var reasons = CoreTogether.Reasons(structure, [one.Country, other.Country], [one.Standing, other.Standing]);
        if (CoreBadges.Of(reasons) is CoreBadge.NotComparable) return new CorePair(name, null, [.. reasons.Where(reason => reason.Forbids)]);

        var steps = one.Standing.Questions.Intersect(other.Standing.Questions, StringComparer.Ordinal)
            .Select(code => Distance(one.Country.Figures.Find(code)!, other.Country.Figures.Find(code)!)).OfType<ExactFraction>().ToList();
        return steps.Count < structure.Minimums.Common
            ? new CorePair(name, null, [new CoreReason(CoreReasonCode.TooFewInCommon, one.Country.Code, name, steps.Count)])
            : new CorePair(name, new CorePeer(name, steps.Count, steps.Aggregate((sum, step) => sum + step) / steps.Count), reasons);
    }

    /// <summary>(|low - low'| + |high - high'|) / 2 of the shares, over the common denominator.</summary>
    private static ExactFraction? Distance(SharedCoreQuestion question, SharedCoreQuestion other)
    {
        if (Counts(question) is not { } a || Counts(other) is not { } b) return null;
        return new ExactFraction(Math.Abs((a.Low * b.All) - (b.Low * a.All)) + Math.Abs((a.High * b.All) - (b.High * a.All)), 2 * a.All * b.All);
    }

    private static (long Low, long High, long All)? Counts(SharedCoreQuestion question) =>
        question.ToBands() is { Low: { } low, Middle: { } middle, High: { } high } && low + middle + high is > 0 and var all ? (low, high, all) : null;
}
