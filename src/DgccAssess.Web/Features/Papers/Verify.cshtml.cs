using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Papers;

/// <summary>Whoever holds a paper types its number here.</summary>
[AllowAnonymous]
[PublicLookup]
public sealed class VerifyModel(FindPaper find, SpaceInfo space, Links links) : PageModel
{
    [BindProperty(Name = "number", SupportsGet = true)]
    public string? Number { get; set; }

    /// <summary>As one looks here.</summary>
    public string Example => new PaperNumber(IssuePaper.PrefixOf(space), 2026, 123).ToString();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Number)) return Page();
        if (PaperNumber.Parse(Number, IssuePaper.PrefixOf(space)) is null) return this.PageWithErrors(Result.Invalid("number", PaperMessages.NumberWrong, Example), prefix: "");
        if (await find.HandleAsync(Number, ct) is { } found) return Redirect(links.Paper(found.Paper.Number));

        this.AddProblems(Result.Invalid("number", PaperMessages.NumberUnknown, Number.Trim()), prefix: "");
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
