using System.Security.Cryptography;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Countries.Brief;

/// <summary>
/// The one-page brief of a country. It has no number: what it prints is the partner's, and may be withdrawn. For the same reason it is set each time and kept nowhere.
/// </summary>
public sealed class PrintBrief(SpaceInfo space, ReadShared read, IReportRenderer renderer)
{
    private const string Kind = "brief";

    /// <returns>The rounds the brief shows, the latest first; none where nothing is shared.</returns>
    public async Task<IReadOnlyList<SharedRound>> RoundsAsync(string partner, CancellationToken ct) =>
        BriefBuilder.Shown([.. (await read.InForceAsync(partner, ct)).Where(r => r.Payload is not null)]);

    /// <param name="partner">Of which country.</param>
    /// <param name="shown">As <see cref="RoundsAsync"/> gives them, once they are noted.</param>
    /// <param name="language">One of <see cref="BriefLanguages.Of"/>.</param>
    /// <param name="ct">Ends the work.</param>
    /// <exception cref="PressException">The press could not make it.</exception>
    public async Task<ResultFile> HandleAsync(SharingPartner partner, IReadOnlyList<SharedRound> shown, string language, CancellationToken ct)
    {
        var document = BriefBuilder.Build(partner, shown, space, language);
        var content = await renderer.RenderAsync(new PaperRequest<BriefDocument>(Kind, ReportVariant.Accessible, document).ToPressRequest(), ct);
        return new ResultFile(content, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}
