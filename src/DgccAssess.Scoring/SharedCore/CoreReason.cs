namespace DgccAssess.Scoring.SharedCore;

/// <summary>Why something may not be compared, or only with care.</summary>
public enum CoreReasonCode
{
    // Not comparable.
    TooFewCountries,
    OtherCore,
    Draft,
    TooFewQuestions,
    TooFewThemes,
    TooFewInCommon,
    StagesDiffer,
    GroupsDiffer,
    SelfAgainstVerified,
    NotShownByTwo,

    // With care.
    Close,
    InstrumentsDiffer,
    InstrumentVersionsDiffer,
    MappingsDiffer,
    PartlyVerified,
    AllGroupsTogether,
    NotShownByAll,
}

/// <param name="Code">What it is.</param>
/// <param name="Country">The country it is about; null where it is about all.</param>
/// <param name="Other">The second of two.</param>
/// <param name="Count">What there is too little of.</param>
public sealed record CoreReason(CoreReasonCode Code, string? Country = null, string? Other = null, int? Count = null)
{
    public bool Forbids => Code < CoreReasonCode.Close;
}

public enum CoreBadge
{
    Comparable,
    WithCare,
    NotComparable,
}

public static class CoreBadges
{
    public static CoreBadge Of(IReadOnlyCollection<CoreReason> reasons) => reasons switch
    {
        { Count: 0 } => CoreBadge.Comparable,
        _ when reasons.Any(reason => reason.Forbids) => CoreBadge.NotComparable,
        _ => CoreBadge.WithCare,
    };
}
