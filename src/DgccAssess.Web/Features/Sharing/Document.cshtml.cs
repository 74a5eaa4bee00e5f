using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Web.Features.Evidence;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>The signed paper of an agreement.</summary>
[Authorize(Policy = Policies.ReadSharing)]
public sealed class DocumentModel(TenantDbContext db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int number, CancellationToken ct)
    {
        var papers = from document in db.SharingDocuments.AsNoTracking()
                     join agreement in db.SharingAgreements on document.AgreementId equals agreement.Id
                     where agreement.Number == number
                     orderby document.AddedAt descending
                     select document;
        if (await papers.FirstOrDefaultAsync(ct) is not { } paper) return NotFound();
        return this.EvidenceFile(new OpenedEvidence(paper.Name, EvidenceFormat.Pdf, paper.Sha256, paper.AddedAt, new MemoryStream(paper.Content)));
    }
}
