using DgccAssess.Core.Features.National;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.National;

/// <summary>Every agency by rank, and how firmly it holds its place.</summary>
[Authorize(Policy = Policies.ReadRounds)]
public sealed class AgenciesModel(ReadNational read, ReadInstrument instruments, IStringLocalizer<NationalWords> words) : NationalPageModel(read, instruments)
{
    [BindProperty(Name = "group", SupportsGet = true)]
    public string? Group { get; set; }

    [BindProperty(Name = "text", SupportsGet = true)]
    public string? Text { get; set; }

    public AgencyList List { get; private set; } = AgencyList.Empty;

    public async Task<IActionResult> OnGetAsync([FromQuery] int page = 1, CancellationToken ct = default)
    {
        if (await FindAsync(ct) is { } refused) return refused;
        if (Text?.Length > AgencyList.MaxText) ModelState.AddModelError("text", words["List.TextTooLong", AgencyList.MaxText]);
        if (!ModelState.IsValid || page < 1) return this.InvalidPage();
        if (View is not null) List = AgencyList.Of(View.Document.Agencies, Group, Text, page);
        return Page();
    }
}
