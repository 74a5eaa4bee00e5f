namespace DgccAssess.Scoring.SharedCore;

/// <summary>One round in the series of a question.</summary>
/// <param name="Round">Its code.</param>
/// <param name="Bands">Null where it may not be shown: a gap in the series, no zero.</param>
/// <param name="Answered">Agencies with an answer; null where it may not be shown.</param>
/// <param name="BreaksFromBefore">Another instrument, core, mapping, group or stage than the round before: no line is drawn across.</param>
public sealed record CorePoint(string Round, CoreBands? Bands, int? Answered, bool BreaksFromBefore);

public static class CoreTrend
{
    /// <param name="structure">The core.</param>
    /// <param name="question">Code of the question.</param>
    /// <param name="rounds">What one country shares, the earliest first.</param>
    public static IReadOnlyList<CorePoint> Of(CoreStructure structure, string question, IReadOnlyList<SharedCoreFigures> rounds) => [.. rounds.Select((round, i) =>
    {
        var shown = CoreAvailabilities.Of(structure.Minimums, round, question) is CoreAvailability.Shown ? round.Find(question) : null;
        return new CorePoint(round.Round, shown is null ? null : shown.ToBands(), shown?.Answered, i > 0 && Breaks(rounds[i - 1], round));
    })];

    public static bool Breaks(SharedCoreFigures before, SharedCoreFigures now) =>
        (before.Core, before.CoreVersion, before.Instrument, before.InstrumentHash, before.MappingHash, before.Stage, before.Group)
        != (now.Core, now.CoreVersion, now.Instrument, now.InstrumentHash, now.MappingHash, now.Stage, now.Group);
}
