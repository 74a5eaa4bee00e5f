namespace DgccAssess.Scoring.Awards;

/// <summary>Why a candidate is not ranked in a category.</summary>
[Flags]
internal enum Refusal : ushort
{
    None = 0,
    OtherGroup = 1 << 0,
    OtherRegion = 1 << 1,
    NotTakingPart = 1 << 2,
    NoConsent = 1 << 3,
    OpenObjection = 1 << 4,
    OtherInstrument = 1 << 5,
    NoPredicate = 1 << 6,
    PredicateTooLow = 1 << 7,
    NoIndex = 1 << 8,
    IndexTooLow = 1 << 9,
    NoPrevious = 1 << 10,
    PreviousOtherInstrument = 1 << 11,
    NoJury = 1 << 12,
    TooFewJurors = 1 << 13,
    NoValue = 1 << 14,
    WonEarlier = 1 << 15,
}

/// <summary>Reason codes of refusals: message keys, and stable in what scripts read.</summary>
public static class RefusalCodes
{
    /// <summary>Its group may not enter.</summary>
    public const string OtherGroup = "other-group";

    /// <summary>Its region may not enter.</summary>
    public const string OtherRegion = "other-region";

    public const string NotTakingPart = "not-taking-part";
    public const string NoConsent = "no-publication-consent";
    public const string OpenObjection = "open-objection";

    /// <summary>Its result was computed with another instrument than the award's.</summary>
    public const string OtherInstrument = "other-instrument";

    public const string NoPredicate = "no-predicate";
    public const string PredicateTooLow = "predicate-too-low";
    public const string NoIndex = "no-index";
    public const string IndexTooLow = "index-too-low";

    /// <summary>There is no result before this one to measure an increase from.</summary>
    public const string NoPrevious = "no-previous-result";

    /// <summary>The result before was computed with another instrument: the difference would mean nothing.</summary>
    public const string PreviousOtherInstrument = "previous-other-instrument";

    /// <summary>No juror is left who did not recuse.</summary>
    public const string NoJury = "no-jury-scores";

    public const string TooFewJurors = "too-few-jurors";

    /// <summary>It has no index for a node that is measured.</summary>
    public const string NoValue = "no-value";

    /// <summary>It won a category before this one, and an agency wins one.</summary>
    public const string WonEarlier = "won-earlier";

    private static readonly string[] ByBit =
    [
        OtherGroup, OtherRegion, NotTakingPart, NoConsent, OpenObjection, OtherInstrument, NoPredicate, PredicateTooLow, NoIndex, IndexTooLow,
        NoPrevious, PreviousOtherInstrument, NoJury, TooFewJurors, NoValue, WonEarlier,
    ];

    public static IReadOnlyList<string> All => ByBit;

    internal static IReadOnlyList<string> Of(Refusal refusal) => [.. ByBit.Where((_, bit) => ((int)refusal & (1 << bit)) != 0)];
}
