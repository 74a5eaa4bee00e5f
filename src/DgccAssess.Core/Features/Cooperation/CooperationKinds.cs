namespace DgccAssess.Core.Features.Cooperation;

public enum ProjectKind
{
    /// <summary>The operation of a cooperation center itself.</summary>
    Center,

    Advice,
    System,
    Training,
    Research,
    Other,
}

public enum ProjectStatus
{
    Planned,
    Running,
    Finished,

    /// <summary>Ended before it was done.</summary>
    Stopped,
}

public enum OutputKind
{
    Guideline,
    System,
    Law,
    Training,
    Event,
    Other,
}

/// <summary>How binding an output is, from a law down; the words of each government's own order stand beside it in the title.</summary>
public enum LegalLevel
{
    Law,
    PresidentialDecree,
    GovernmentRegulation,
    MinisterialRegulation,
    RegionalRegulation,
    InternalRule,
    NotBinding,
}

/// <summary>What a project is meant to move.</summary>
public enum IndicatorKind
{
    EgdiRank,
    Egdi,
    Osi,
    Tii,
    Hci,

    /// <summary>An outside index the product has no data of.</summary>
    OtherIndex,

    /// <summary>An indicator of the partner's own instrument.</summary>
    Instrument,
}

public static class IndicatorKinds
{
    /// <summary>Its figures are in the editions of the EGDI and are read there, never typed.</summary>
    public static bool IsOfEgdi(this IndicatorKind kind) => kind is not (IndicatorKind.OtherIndex or IndicatorKind.Instrument);
}
