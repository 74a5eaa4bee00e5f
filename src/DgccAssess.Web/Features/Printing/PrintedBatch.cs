using DgccAssess.Core.Features.Printing;
using DgccAssess.Core.Features.Results.Report;

namespace DgccAssess.Web.Features.Printing;

/// <summary>One batch as the page shows it.</summary>
public sealed record PrintedBatch
{
    public required Guid Id { get; init; }
    public required string Language { get; init; }
    public required ReportVariant Variant { get; init; }
    public required DateTime RequestedAt { get; init; }
    public required string RequestedByName { get; init; }
    public required int Total { get; init; }
    public required PrintState State { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public required int Version { get; init; }
    public required int Printed { get; init; }
    public required int Failed { get; init; }
    public required DateTime? FirstAt { get; init; }
    public required DateTime? LastAt { get; init; }

    /// <summary>Agency and why, the first ones.</summary>
    public IReadOnlyList<(string Agency, string Error)> Failures { get; init; } = [];

    public int Percent => (Printed + Failed) * 100 / Math.Max(Total, 1);

    /// <summary>Reports in a second; null while too few are printed to say.</summary>
    public double? Speed => LastAt - FirstAt is { TotalSeconds: > 0 and var seconds } && Printed > 1 ? (Printed - 1) / seconds : null;

    /// <summary>Seconds to the end at this speed.</summary>
    public int? Left => State is PrintState.Printing && Speed is { } speed ? (int)Math.Ceiling((Total - Printed - Failed) / speed) : null;
}
