using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Papers.National;

/// <summary>The national report of a round: of the published result with its number, or a draft of what it would be.</summary>
public sealed class PrintNationalReport(TenantDbContext db, SpaceInfo space, ReadNational read, InstrumentLibrary instruments, ReadPaperTenant tenants, ReadTemplates templates, PrintPaper print, ResultFiles files)
{
    private const string Kind = "national-report";

    /// <returns>Null where there is no such round or nothing of it is published.</returns>
    public Task<StoredNational?> FindAsync(string round, CancellationToken ct) => read.HandleAsync(round, ct);

    /// <exception cref="Press.PressException">The press could not make it.</exception>
    public async Task<ResultFile> HandleAsync(StoredNational stored, string language, ReportVariant standard, CancellationToken ct)
    {
        var report = await BuildAsync(stored, language, ct);
        return stored.Hash is not { } source
            ? await files.GetAsync(new PaperRequest<NationalReportDocument>(Kind, standard, report with { Template = await templates.LookNowAsync(TemplateKind.NationalReport, language, ct) }).ToPressRequest(), ct)
            : await print.HandleAsync(
                new(new(PaperKind.NationalReport, $"rounds/{stored.Document.Round}", source), language, standard,
                    (paper, look) => new PaperRequest<NationalReportDocument>(Kind, standard, report with { Register = paper.OnPaper(), Template = look }).ToPressRequest()), ct);
    }

    /// <summary>The copy for everybody. It has no number of its own: reading writes nothing, and the hash in it is that of the published result.</summary>
    /// <param name="open">As <see cref="PublicResults"/> gives it.</param>
    /// <param name="hash">Of the whole published document.</param>
    /// <param name="language">BCP 47 code of a language of the space.</param>
    /// <param name="standard">Kind of file.</param>
    /// <param name="ct">Ends the work.</param>
    /// <exception cref="Press.PressException">The press could not make it.</exception>
    public async Task<ResultFile> OpenAsync(NationalDocument open, string hash, string language, ReportVariant standard, CancellationToken ct)
    {
        var report = (await BuildAsync(new StoredNational(open, hash), language, ct)) with
        {
            Open = true, OfTheNamed = PublicNational.IsOfTheNamed(open), Template = await templates.LookNowAsync(TemplateKind.NationalReport, language, ct),
        };
        return await files.GetAsync(new PaperRequest<NationalReportDocument>(Kind, standard, report).ToPressRequest(), ct);
    }

    private async Task<NationalReportDocument> BuildAsync(StoredNational stored, string language, CancellationToken ct)
    {
        var hash = stored.Document.Instrument.Hash;
        var instrument = await instruments.GetAsync(await db.InstrumentVersions.Where(v => v.Hash == hash).Select(v => v.Id).SingleAsync(ct), ct);
        return NationalReportBuilder.Build(stored, instrument, space, await tenants.HandleAsync(language, ct), language);
    }
}
