using System.Text.Json.Serialization;

namespace DgccAssess.Core.Features.Results.Report;

public enum FindingKind
{
    [JsonStringEnumMemberName("strength")]
    Strength,

    [JsonStringEnumMemberName("weakness")]
    Weakness,

    /// <summary>Neither: what a reader should know beside them.</summary>
    [JsonStringEnumMemberName("note")]
    Note,
}

/// <summary>A sentence of the report, as a code; src/press/words holds it in every language.</summary>
/// <param name="Node">Code of the group it is about.</param>
/// <param name="Kind">Where it stands.</param>
/// <param name="Code">One of <see cref="FindingCodes"/>.</param>
/// <param name="Indicators">At least one. An indicator is named in one strength or one weakness, never in both: the press refuses a contradiction.</param>
public sealed record ReportFinding(string Node, FindingKind Kind, string Code, IReadOnlyList<string> Indicators);

public static class FindingCodes
{
    public const string AtTop = "at-top";
    public const string AboveTarget = "above-target";
    public const string OnTarget = "on-target";
    public const string High = "high";
    public const string BelowTarget = "below-target";
    public const string Low = "low";
    public const string AtFloor = "at-floor";
    public const string ClaimLowered = "claim-lowered";
    public const string ClaimRaised = "claim-raised";
}
