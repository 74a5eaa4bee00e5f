using DgccAssess.Core.Features.National;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.National;

/// <summary>The criteria that keep most agencies from their next level.</summary>
[Authorize(Policy = Policies.ReadRounds)]
public sealed class CriteriaModel(ReadNational read, ReadInstrument instruments) : NationalPageModel(read, instruments)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ?? Page();
}
