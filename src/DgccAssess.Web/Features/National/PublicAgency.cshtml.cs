using DgccAssess.Core.Features.National;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.National;

/// <summary>The published figures of one agency that consented, beside its group.</summary>
[AllowAnonymous]
public sealed class PublicAgencyModel(PublicResults results, ReadInstrument instruments, TimeProvider clock) : PublicPageModel(results, instruments, clock)
{
    public NationalAgency Agency { get; private set; } = null!;
    public NationalSummary Group => View.Document.Groups.Single(g => g.Code == Agency.Group);
    public int InGroup => View.Document.Agencies.Count(a => a.Group == Agency.Group);

    public async Task<IActionResult> OnGetAsync(string round, string agency, CancellationToken ct)
    {
        if (await FindAsync(round, ct) is { } instead) return instead;
        if (View.Document.Agencies.FirstOrDefault(a => a.Code == agency) is not { } found)
        {
            Response.Headers.CacheControl = "no-store";
            Response.Headers.ETag = default;
            return NotFound();
        }

        Agency = found;
        return Page();
    }
}
