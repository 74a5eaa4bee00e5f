using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Papers.Bundle;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Papers;

/// <summary>The signed bundle of a public result, to compute it again without anybody's help.</summary>
[AllowAnonymous]
[PublicLookup]
public sealed class BundleModel(FindPaper find, SignResult sign, ActorContext actor) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string number, CancellationToken ct)
    {
        if (await find.HandleAsync(number, ct) is not { Result: { } result } found) return NotFound();
        // The space signs, whoever reads.
        if (!actor.IsSet) actor.Set(Actor.Program("register"));
        return File(await sign.HandleAsync(found.Paper, result, ct), "application/json", $"{found.Paper.Number}.json");
    }
}
