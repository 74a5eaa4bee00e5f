namespace DgccAssess.Scoring.SharedCore;

/// <summary>What countries have in common: like is only set beside like.</summary>
internal static class CoreTogether
{
    public static IReadOnlyList<CoreReason> Reasons(CoreStructure structure, IReadOnlyList<CoreCountry> countries, IReadOnlyList<CoreStanding> standings)
    {
        if (countries.Count < 2) return [new(CoreReasonCode.TooFewCountries, Count: countries.Count)];
        var figures = countries.Select(country => country.Figures).ToList();
        return
        [
            .. When(Differ(f => f.Stage), CoreReasonCode.StagesDiffer),
            .. When(Differ(f => f.Group), CoreReasonCode.GroupsDiffer),
            .. When(figures.Any(f => f.ShareVerified is 0) && figures.Any(f => f.ShareVerified is > 0), CoreReasonCode.SelfAgainstVerified),
            .. Pairs(structure.Minimums, standings),
            .. When(Differ(f => f.Instrument), CoreReasonCode.InstrumentsDiffer),
            .. When(figures.GroupBy(f => f.Instrument, StringComparer.Ordinal).Any(same => same.DistinctBy(f => f.InstrumentHash).Skip(1).Any()), CoreReasonCode.InstrumentVersionsDiffer),
            .. When(figures.GroupBy(f => f.Instrument, StringComparer.Ordinal).Any(same => same.DistinctBy(f => f.MappingHash).Skip(1).Any()), CoreReasonCode.MappingsDiffer),
            .. countries.Where(c => c.Figures.ShareVerified is null or < 1).Select(c => new CoreReason(CoreReasonCode.PartlyVerified, c.Code)),
            .. When(figures.TrueForAll(f => f.Group is null), CoreReasonCode.AllGroupsTogether),
        ];

        bool Differ<T>(Func<SharedCoreFigures, T> of) => figures.Select(of).Distinct().Skip(1).Any();
    }

    /// <summary>Whether the means of a question may stand side by side: one tree and all exact, or one instrument mapped the same way.</summary>
    public static bool MeansFit(CoreStructure structure, IReadOnlyList<SharedCoreFigures> figures, string question) =>
        figures.All(f => f.Instrument == figures[0].Instrument && f.MappingHash == figures[0].MappingHash)
        || figures.All(f => structure.AreOfOneTree(f.Instrument, figures[0].Instrument) && f.Find(question)?.Kind is CoreKind.Exact);

    private static IEnumerable<CoreReason> Pairs(CoreMinimums minimums, IReadOnlyList<CoreStanding> standings)
    {
        var ordered = standings.OrderBy(standing => standing.Country, StringComparer.Ordinal).ToList();
        return from i in Enumerable.Range(0, ordered.Count)
               from other in ordered.Skip(i + 1)
               let common = ordered[i].Questions.Intersect(other.Questions, StringComparer.Ordinal).Count()
               where common < minimums.Common
               select new CoreReason(CoreReasonCode.TooFewInCommon, ordered[i].Country, other.Country, common);
    }

    private static IEnumerable<CoreReason> When(bool holds, CoreReasonCode code) => holds ? [new CoreReason(code)] : [];
}
