using DgccAssess.Core.Features.Printing;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Printing;

/// <summary>The printed reports of a batch as one file, written while it is sent.</summary>
[Authorize(Policy = Policies.OrganizeRounds)]
public sealed class ZipModel(FetchPapers fetch) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string round, Guid batch, CancellationToken ct) =>
        await fetch.HandleAsync(round, batch, ct) is { } papers ? new PapersZipResult(papers) : NotFound();
}
