using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Press;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Comparison.Report;

/// <summary>The comparison as a paper or, a theme or question at a time, as pictures for slides. Like a country's brief they have no number and are kept nowhere: what they show is the partners', and may be withdrawn.</summary>
public sealed class PrintComparison(SpaceInfo space, ReadShared shared, IReportRenderer renderer)
{
    private const string Paper = "comparison";
    private const string Slide = "comparison-slide";

    /// <summary>With what stands in the payloads alone, as titles and the note on suppression, which the comparison itself does without.</summary>
    /// <param name="comparison">As read; at least one of those chosen shares the core.</param>
    /// <param name="practices">What agencies did, as read; none on a picture.</param>
    /// <param name="group">Code of the agency group; null: whole nations.</param>
    /// <param name="language">One of <see cref="Countries.Brief.BriefLanguages.Of"/> those chosen.</param>
    /// <param name="ct">To stop.</param>
    /// <returns>Null where something of it was withdrawn meanwhile.</returns>
    public async Task<ComparisonDocument?> DocumentAsync(CountryComparison comparison, IReadOnlyList<ShownPractice> practices, string? group, string language, CancellationToken ct)
    {
        var latest = await shared.WithPayloadsAsync([.. comparison.Chosen.Select(c => c.Latest?.Source).OfType<SharedRound>()], ct);
        return latest.Any(r => r.Payload is null) ? null : ComparisonReportBuilder.Build(comparison.With(latest), practices, group, space, language);
    }

    /// <param name="document">Once the access is noted.</param>
    /// <param name="ct">Ends the work.</param>
    /// <exception cref="PressException">The press could not make it.</exception>
    public Task<ResultFile> PrintAsync(ComparisonDocument document, CancellationToken ct) => renderer.MakeAsync(Paper, document, ct);

    /// <param name="document">Of one theme or question: <see cref="ComparisonDocument.Only"/>; once the access is noted.</param>
    /// <param name="ct">Ends the work.</param>
    /// <exception cref="PressException">The press could not make it.</exception>
    public Task<ResultFile> DrawAsync(ComparisonDocument document, CancellationToken ct) => renderer.MakeAsync(Slide, document, ct);
}
