using DgccAssess.Core.Features.National;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.National;

/// <summary>The published national result of a round: index, groups, ranking with search, downloads.</summary>
[AllowAnonymous]
public sealed class PublicRoundModel(PublicResults results, ReadInstrument instruments, TimeProvider clock, IStringLocalizer<NationalWords> words) : PublicPageModel(results, instruments, clock)
{
    [BindProperty(Name = "group", SupportsGet = true)]
    public string? Group { get; set; }

    [BindProperty(Name = "text", SupportsGet = true)]
    public string? Text { get; set; }

    public AgencyList List { get; private set; } = AgencyList.Empty;
    public int Unnamed => View.Document.Participants - View.Document.Agencies.Count;

    public async Task<IActionResult> OnGetAsync(string round, [FromQuery] int page = 1, CancellationToken ct = default)
    {
        if (await FindAsync(round, ct) is { } instead) return instead;
        if (Text?.Length > AgencyList.MaxText) ModelState.AddModelError("text", words["List.TextTooLong", AgencyList.MaxText]);
        if (ModelState.IsValid && page >= 1)
        {
            List = AgencyList.Of(View.Document.Agencies, Group, Text, page);
            return Page();
        }

        Response.Headers.CacheControl = "no-store";
        return this.InvalidPage();
    }
}
