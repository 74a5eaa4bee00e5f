using System.Globalization;
using DgccAssess.Core.Features.Comparison;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Comparison;

/// <summary>Of all countries those most like one, with what each is measured by. Likeness, no order of merit.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class PeersModel(ReadShared shared, ReadPeers read, NoteAccess access) : PageModel
{
    /// <summary>Id of a partner or code of a country; none: the choice.</summary>
    [BindProperty(Name = "country", SupportsGet = true)]
    public string? Country { get; set; }

    /// <summary>By name.</summary>
    public IReadOnlyList<SharingPartner> Partners { get; private set; } = [];

    public CountryPeers? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Partners = [.. ByName(await shared.PartnersAsync(ct))];
        if (string.IsNullOrEmpty(Country)) return Page();
        if ((Find(p => p.Id) ?? Find(p => p.Country)) is not { } partner) return NotFound();
        Found = await read.HandleAsync(partner, Partners, ct);
        // Whoever is only left out, or only counted, shows no figure and has no line.
        await access.HandleAsync(Found.Sources, AccessKind.Seen, "peers", ct);
        return Page();
    }

    public static IEnumerable<SharingPartner> ByName(IEnumerable<SharingPartner> partners) =>
        partners.OrderBy(p => p.Names.InCurrentLanguage(), StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true)).ThenBy(p => p.Id, StringComparer.Ordinal);

    private SharingPartner? Find(Func<SharingPartner, string> by) => Partners.FirstOrDefault(p => string.Equals(by(p), Country, StringComparison.OrdinalIgnoreCase));
}
