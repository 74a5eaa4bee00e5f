using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Papers.Records;

/// <summary>The certificate of a prize, from the sealed list: before the ceremony for the office, after it with the same number and the same bytes.</summary>
public sealed class PrintCertificate(SpaceInfo space, ReadSealedAward read, ReadPaperTenant tenants, PrintPaper print)
{
    /// <returns>Null where there is no such prize in the list in force.</returns>
    public async Task<(StoredAward Stored, SealedCategory Category, SealedPrize Prize)?> FindAsync(string awardRound, string category, string agency, CancellationToken ct)
    {
        if (await read.HandleAsync(awardRound, ct) is not { } stored) return null;
        return stored.Award.Categories.FirstOrDefault(c => c.Code == category) is { } found && found.Prizes.FirstOrDefault(p => p.Agency.Code == agency) is { } prize ? (stored, found, prize) : null;
    }

    /// <exception cref="Press.PressException">The press could not make it.</exception>
    public async Task<ResultFile> HandleAsync(StoredAward stored, SealedCategory category, SealedPrize prize, string language, ReportVariant standard, CancellationToken ct)
    {
        var document = Build(stored, category, prize, space, await tenants.HandleAsync(language, ct), language);
        return await print.HandleAsync(
            new(new(PaperKind.Certificate, SubjectOf(stored.Award.AwardRound, category.Code, prize.Agency.Code), stored.Hash), language, standard,
                (paper, look) => new PaperRequest<CertificateDocument>("certificate", standard, document with { Register = paper.OnPaper(), Template = look }).ToPressRequest()), ct);
    }

    public static CertificateDocument Build(StoredAward stored, SealedCategory category, SealedPrize prize, SpaceInfo space, PaperTenant tenant, string language) => new()
    {
        Locale = space.Settings.LocaleOf(language),
        Tenant = tenant,
        IssuedOn = space.DayOf(stored.RevealAt ?? stored.Award.SealedAt),
        Synthetic = prize.Agency.Synthetic,
        Award = new(In(stored.Award.Award.Names, language), stored.Award.Round, In(category.Names, language), LevelOf(prize, language)),
        Winner = new(In(prize.Agency.Names, language), OtherName(prize.Agency, space, language)),
        Signatures = [new("", tenant.Name)],
    };

    /// <summary>Gold, silver and bronze have names in every language; a level of a government's own has those it was declared with.</summary>
    public static string? LevelOf(SealedPrize prize, string language) =>
        prize.Level is not { } level ? null : prize.LevelNames?.GetValueOrDefault(language) ?? AwardWords.Find($"Level.{level}", language) ?? In(prize.LevelNames ?? new Dictionary<string, string>(), language);

    internal static string SubjectOf(string awardRound, string category, string agency) => $"award-rounds/{awardRound}/{category}/{agency}";

    // A name in another of the space's languages stands below: guests read either.
    internal static string? OtherName(SnapshotAgency agency, SpaceInfo space, string language)
    {
        var shown = In(agency.Names, language);
        return space.Settings.Languages.Where(l => l != language).Select(l => agency.Names.GetValueOrDefault(l)).FirstOrDefault(name => name is not null && name != shown);
    }

    private static string In(IReadOnlyDictionary<string, string> names, string language) => new LocalizedText(names).In(language);
}
