using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Press;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Countries.Brief;

/// <summary>
/// The one-page brief of a country, and its index as a picture for slides. They have no number: what they show is the partner's, and may be withdrawn. For the same reason they are set each time and kept nowhere.
/// </summary>
public sealed class PrintBrief(SpaceInfo space, ReadShared read, IReportRenderer renderer)
{
    private const string Paper = "brief";
    private const string Slide = "country-slide";

    /// <returns>The rounds the brief shows, the latest first; none where nothing is shared.</returns>
    public async Task<IReadOnlyList<SharedRound>> RoundsAsync(string partner, CancellationToken ct) =>
        BriefBuilder.Shown([.. (await read.InForceAsync(partner, ct)).Where(r => r.Payload is not null)]);

    /// <param name="partner">Of which country.</param>
    /// <param name="shown">As <see cref="RoundsAsync"/> gives them, once they are noted.</param>
    /// <param name="language">One of <see cref="BriefLanguages.Of"/>.</param>
    /// <param name="ct">Ends the work.</param>
    /// <exception cref="PressException">The press could not make it.</exception>
    public Task<ResultFile> HandleAsync(SharingPartner partner, IReadOnlyList<SharedRound> shown, string language, CancellationToken ct) =>
        renderer.MakeAsync(Paper, BriefBuilder.Build(partner, shown, space, language), ct);

    /// <summary>The round that is drawn: the latest with national figures; null where there is none.</summary>
    public static SharedRound? RoundToDraw(IEnumerable<SharedRound> inForce) => inForce.FirstOrDefault(r => r.Payload?.National is not null);

    /// <param name="partner">Of which country.</param>
    /// <param name="round">As <see cref="RoundToDraw"/> gives it, once it is noted.</param>
    /// <param name="language">One of <see cref="BriefLanguages.Of"/>.</param>
    /// <param name="ct">Ends the work.</param>
    /// <exception cref="PressException">The press could not make it.</exception>
    public Task<ResultFile> DrawAsync(SharingPartner partner, SharedRound round, string language, CancellationToken ct) =>
        renderer.MakeAsync(Slide, BriefBuilder.Build(partner, [round], space, language), ct);
}
