using System.Security.Cryptography;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Comparison.Report;

/// <summary>The comparison as a paper. Like a country's brief it has no number and is kept nowhere: what it prints is the partners', and may be withdrawn.</summary>
public sealed class PrintComparison(SpaceInfo space, IReportRenderer renderer)
{
    private const string Kind = "comparison";

    /// <param name="comparison">As read, once the access is noted; at least one of those chosen shares the core.</param>
    /// <param name="group">Code of the agency group; null: whole nations.</param>
    /// <param name="language">One of <see cref="Countries.Brief.BriefLanguages.Of"/> those chosen.</param>
    /// <param name="ct">Ends the work.</param>
    /// <exception cref="PressException">The press could not make it.</exception>
    public async Task<ResultFile> HandleAsync(CountryComparison comparison, string? group, string language, CancellationToken ct)
    {
        var document = ComparisonReportBuilder.Build(comparison, group, space, language);
        var content = await renderer.RenderAsync(new PaperRequest<ComparisonDocument>(Kind, ReportVariant.Accessible, document).ToPressRequest(), ct);
        return new ResultFile(content, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}
