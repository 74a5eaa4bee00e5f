using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Papers.Records;

/// <summary>Slides of a sealed list for the ceremony, 16:9: a title, one for each category, a closing.</summary>
public sealed record WinnersSlidesDocument : PaperDocument
{
    public required SlidesAward Award { get; init; }

    /// <summary>In the order of the award.</summary>
    public required IReadOnlyList<SlidesCategory> Categories { get; init; }
}

/// <param name="Name">Of the award.</param>
/// <param name="Year">Code of the round.</param>
public sealed record SlidesAward(string Name, string Year);

/// <param name="Name">What was won.</param>
/// <param name="Decimals">Of the figures.</param>
/// <param name="Winners">From the first rank on.</param>
public sealed record SlidesCategory(string Name, int Decimals, IReadOnlyList<SlidesWinner> Winners);

/// <param name="Name">In the document's language.</param>
/// <param name="Other">In another of the space's languages.</param>
/// <param name="Level">Gold, silver; null without levels.</param>
/// <param name="Rank">Null where the rules refuse the winner.</param>
/// <param name="Value">As published.</param>
/// <param name="Shared">With another.</param>
public sealed record SlidesWinner(string Name, string? Other, string? Level, int? Rank, decimal? Value, bool Shared);

/// <summary>Slides from the sealed list in force. They are shown once and kept by nobody: no number in the register.</summary>
public sealed class PrintWinnersSlides(SpaceInfo space, ReadPaperTenant tenants, ResultFiles files)
{
    /// <exception cref="Press.PressException">The press could not make it.</exception>
    public async Task<ResultFile> HandleAsync(StoredAward stored, string language, ReportVariant standard, CancellationToken ct)
    {
        var document = Build(stored, space, await tenants.HandleAsync(language, ct), language);
        return await files.GetAsync(new PaperRequest<WinnersSlidesDocument>("winners-slides", standard, document).ToPressRequest(), ct);
    }

    private static WinnersSlidesDocument Build(StoredAward stored, SpaceInfo space, PaperTenant tenant, string language)
    {
        var award = stored.Award;
        return new WinnersSlidesDocument
        {
            Locale = space.Settings.LocaleOf(language),
            Tenant = tenant,
            IssuedOn = space.DayOf(stored.RevealAt ?? award.SealedAt),
            Synthetic = award.Categories.SelectMany(c => c.Prizes).Any(p => p.Agency.Synthetic),
            Award = new(In(award.Award.Names, language), award.Round),
            Categories = [.. award.Categories.Select(c => new SlidesCategory(In(c.Names, language), c.Decimals, [.. c.Prizes.Select(p => Winner(p, space, language))]))],
        };
    }

    private static SlidesWinner Winner(SealedPrize prize, SpaceInfo space, string language) => new(
        In(prize.Agency.Names, language), PrintCertificate.OtherName(prize.Agency, space, language), PrintCertificate.LevelOf(prize, language), prize.Rank, prize.Value, prize.Shared);

    private static string In(IReadOnlyDictionary<string, string> names, string language) => new LocalizedText(names).In(language);
}
