using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Papers;

/// <param name="Paper">What is printed.</param>
/// <param name="Language">BCP 47 code of a language of the space.</param>
/// <param name="Standard">Kind of file.</param>
/// <param name="Compose">The request to the press, given the paper's entry in the register and its template in the language.</param>
public sealed record PaperOrder(IssuePaperCommand Paper, string Language, ReportVariant Standard, Func<IssuedPaper, PaperLook?, PressRequest> Compose);

public sealed record PaperPrinted(string Paper, string Number, string Language, string Sha256) : AuditFact(Paper);

/// <summary>Makes a file of a paper and keeps its hash in the register; printed again, nothing is written.</summary>
public sealed class PrintPaper(TenantDbContext db, IssuePaper issue, ReadTemplates templates, ResultFiles files, AuditTrail audit, TimeProvider clock)
{
    /// <exception cref="PressException">The press could not make it; its number, if it is new, stays its own.</exception>
    public async Task<ResultFile> HandleAsync(PaperOrder order, CancellationToken ct = default)
    {
        var paper = await issue.HandleAsync(order.Paper, ct);
        var file = await files.GetAsync(order.Compose(paper, await templates.LookAsync(paper.TemplateId, order.Language, ct)), ct);
        await KeepAsync(paper, order.Language, order.Standard, file.Tag, ct);
        return file;
    }

    /// <summary>Writes the hash of a file into the register, unless it is there.</summary>
    public async Task KeepAsync(IssuedPaper paper, string language, ReportVariant standard, string sha256, CancellationToken ct)
    {
        if (await IsKnownAsync(paper, sha256, ct)) return;

        db.Add(new IssuedFile { Id = clock.NewId(), PaperId = paper.Id, Language = language, Standard = standard, Sha256 = sha256, MadeAt = clock.UtcNow });
        audit.Record(new PaperPrinted(paper.Subject, paper.Number, language, sha256));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Printed by two at once: the same bytes.
            db.ChangeTracker.Clear();
            if (!await IsKnownAsync(paper, sha256, ct)) throw;
        }
    }

    private Task<bool> IsKnownAsync(IssuedPaper paper, string sha256, CancellationToken ct) => db.IssuedFiles.AnyAsync(f => f.PaperId == paper.Id && f.Sha256 == sha256, ct);
}
