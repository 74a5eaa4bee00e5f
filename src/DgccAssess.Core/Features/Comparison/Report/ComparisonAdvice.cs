using DgccAssess.Core.Features.Countries.Brief;

namespace DgccAssess.Core.Features.Comparison.Report;

/// <param name="Question">Its code.</param>
/// <param name="Name">Its short name.</param>
/// <param name="Weak">Ids of countries in which at least half of the agencies are at level 1 or 2.</param>
/// <param name="Gaps">Ids of countries that do not show it.</param>
/// <param name="Practices">At least one.</param>
public sealed record ComparisonAdvice(string Question, string Name, IReadOnlyList<string> Weak, IReadOnlyList<string> Gaps, IReadOnlyList<ComparisonPractice> Practices);

/// <summary>What an agency did, with the version shared that it stands in: its country need not be among those chosen.</summary>
public sealed record ComparisonPractice
{
    /// <summary>Id of the partner.</summary>
    public required string Partner { get; init; }

    public required BriefCountry Country { get; init; }

    /// <summary>Name of the agency.</summary>
    public required string Agency { get; init; }

    public required string Round { get; init; }

    /// <summary>Number of the version, and when it was published.</summary>
    public required int Version { get; init; }

    public required DateOnly DataOn { get; init; }
    public required BriefAgreement? Agreement { get; init; }

    /// <summary>Of the text: the document's where the agency agreed to one in it.</summary>
    public required string Language { get; init; }

    public required string Text { get; init; }
}
