namespace DgccAssess.Scoring.SharedCore;

/// <summary>One question side by side.</summary>
public sealed record CoreQuestionView
{
    public required string Code { get; init; }
    public required string Theme { get; init; }

    /// <summary>One per compared country, in their order.</summary>
    public required IReadOnlyList<CoreCell> Cells { get; init; }

    /// <summary>Some country's mapping is close, or some country shares bands only: all are shown in bands, and a gap inside a band is not reported.</summary>
    public required bool InBands { get; init; }

    /// <summary>The means may stand side by side.</summary>
    public required bool MeansFit { get; init; }

    /// <summary>Those of the whole comparison, and its own.</summary>
    public required IReadOnlyList<CoreReason> Reasons { get; init; }

    public CoreBadge Badge => CoreBadges.Of(Reasons);

    /// <summary>Every compared country shows it.</summary>
    public bool ShownByAll => Cells.All(cell => cell.Availability is CoreAvailability.Shown);

    internal static CoreQuestionView Of(CoreStructure structure, string theme, string code, IReadOnlyList<CoreCountry> countries, IReadOnlyList<CoreReason> general)
    {
        var cells = countries.Select(c => new CoreCell(c.Code, CoreAvailabilities.Of(structure.Minimums, c.Figures, code), c.Figures.Find(code))).ToList();
        var shown = cells.Where(cell => cell.Availability is CoreAvailability.Shown).ToList();
        var close = shown.Where(cell => cell.Figures!.Kind is CoreKind.Close).ToList();
        IEnumerable<CoreReason> own = shown.Count switch
        {
            < 2 => [new(CoreReasonCode.NotShownByTwo, Count: shown.Count)],
            _ when shown.Count < cells.Count => [new(CoreReasonCode.NotShownByAll, Count: shown.Count)],
            _ => [],
        };
        return new CoreQuestionView
        {
            Code = code,
            Theme = theme,
            Cells = cells,
            InBands = close.Count > 0 || shown.Exists(cell => cell.Figures!.Bands is not null),
            MeansFit = shown.Count > 1 && CoreTogether.MeansFit(structure, [.. countries.Where((_, i) => cells[i].Availability is CoreAvailability.Shown).Select(c => c.Figures)], code),
            Reasons = [.. general, .. own, .. close.Select(cell => new CoreReason(CoreReasonCode.Close, cell.Country))],
        };
    }
}

/// <param name="Country">Its code.</param>
/// <param name="Availability">Whether it may be shown.</param>
/// <param name="Figures">To be shown only where it may be; null where the country has no such question.</param>
public sealed record CoreCell(string Country, CoreAvailability Availability, SharedCoreQuestion? Figures);
