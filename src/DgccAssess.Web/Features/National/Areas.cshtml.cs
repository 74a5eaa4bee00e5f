using DgccAssess.Core.Features.National;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.National;

/// <summary>Domains and aspects by group: where the nation is strong and where it is weak.</summary>
[Authorize(Policy = Policies.ReadRounds)]
public sealed class AreasModel(ReadNational read, ReadInstrument instruments) : NationalPageModel(read, instruments)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ?? Page();
}
