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
        var hash = stored.Document.Instrument.Hash;
        var instrument = await instruments.GetAsync(await db.InstrumentVersions.Where(v => v.Hash == hash).Select(v => v.Id).SingleAsync(ct), ct);
        var report = NationalReportBuilder.Build(stored, instrument, space, await tenants.HandleAsync(language, ct), language);
        return stored.Hash is not { } source
            ? await files.GetAsync(new PaperRequest<NationalReportDocument>(Kind, standard, report with { Template = await templates.LookNowAsync(TemplateKind.NationalReport, language, ct) }).ToPressRequest(), ct)
            : await print.HandleAsync(
                new(new(PaperKind.NationalReport, $"rounds/{stored.Document.Round}", source), language, standard,
                    (paper, look) => new PaperRequest<NationalReportDocument>(Kind, standard, report with { Register = paper.OnPaper(), Template = look }).ToPressRequest()), ct);
    }
}
