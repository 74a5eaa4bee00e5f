namespace DgccAssess.Core.Data;

/// <summary>Message keys of use cases; their words live in the resources of the web (MessageWords).</summary>
public static class Messages
{
    public const string Stale = "Stale";
    public const string VersionMissing = "VersionMissing";
    public const string Required = "Required";
    public const string TooLong = "TooLong";
    public const string TooMany = "TooMany";
    public const string UnknownIndicator = "UnknownIndicator";
    public const string UnknownCriterion = "UnknownCriterion";
    public const string LevelOffScale = "LevelOffScale";
    public const string AssessmentLocked = "AssessmentLocked";
    public const string NotSignedOff = "NotSignedOff";
    public const string ReviewBegun = "ReviewBegun";
    public const string NotReviewed = "NotReviewed";
    public const string NotConsolidated = "NotConsolidated";
    public const string AlreadyPublished = "AlreadyPublished";
}
