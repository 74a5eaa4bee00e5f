using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Countries;

public sealed record ChangePartnerInput
{
    public int? Version { get; init; }
    public string? ClientId { get; init; }
    public string? PublicKey { get; init; }
}

/// <summary>Another key or another program for a partner with an installation of its own.</summary>
[Authorize(Policy = Policies.OperateTenants)]
[StepUp]
public sealed class ChangePartnerModel(HubDbContext db, ReadShared read, ChangePartner change, Links links) : PageModel
{
    [BindProperty]
    public ChangePartnerInput Input { get; set; } = new();

    public SharingPartner Partner { get; private set; } = null!;

    /// <summary>Of the stored program.</summary>
    public string ProgramName { get; private set; } = "";

    /// <summary>Somebody else was faster: what is stored is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(string partner, CancellationToken ct)
    {
        if (!await LoadAsync(partner, ct)) return NotFound();
        Input = new() { Version = Partner.Version, ClientId = Partner.ClientId?.ToString("N") };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string partner, CancellationToken ct)
    {
        if (!await LoadAsync(partner, ct)) return NotFound();
        if (!ModelState.IsValid) return this.InvalidPage();
        var result = await change.HandleAsync(new(partner, Input.Version, Input.PublicKey ?? "", Input.ClientId ?? ""), ct);
        if (result.Succeeded) return LocalRedirect(links.PartnersAfter(PartnersModel.Changed, partner));
        if (result.Kind is ResultKind.Stale)
        {
            if (!await LoadAsync(partner, ct)) return NotFound();
            // Saving again replaces what is shown now, knowingly.
            ModelState.Clear();
            (IsStale, Input) = (true, Input with { Version = Partner.Version });
        }

        return this.PageWithErrors(result);
    }

    private async Task<bool> LoadAsync(string partner, CancellationToken ct)
    {
        if (await read.PartnerAsync(partner, ct) is not { ClientId: { } client } found) return false;
        Partner = found;
        ProgramName = await db.ApiClients.Where(c => c.Id == client).Select(c => c.DisplayName).FirstOrDefaultAsync(ct) ?? "–";
        return true;
    }
}
