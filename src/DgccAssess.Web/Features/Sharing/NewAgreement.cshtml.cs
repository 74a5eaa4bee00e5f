using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Agreements;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>A draft of an agreement: nothing is shared by it.</summary>
[Authorize(Policy = Policies.DecideSharing)]
public sealed class NewAgreementModel(TenantDbContext db, SpaceInfo space, DraftAgreement draft, Links links, TimeProvider clock) : PageModel
{
    [BindProperty]
    public AgreementInput Input { get; set; } = new();

    public string Round { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string round, CancellationToken ct)
    {
        if (!await LoadAsync(round, ct)) return NotFound();
        var today = SettleRound.DayOf(space.Settings.TimeZone, clock.UtcNow);
        Input = AgreementInput.Of(new AgreementTerms((SharingLevel)space.Settings.SharingDefaultLevel, "", today, today.AddYears(1).AddDays(-1)), version: null, clock.NewId());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string round, CancellationToken ct)
    {
        if (!await LoadAsync(round, ct)) return NotFound();
        if (!ModelState.IsValid) return this.InvalidPage();
        var terms = Input.ToTerms();
        if (!terms.Succeeded) return this.PageWithErrors(terms);
        var drafted = await draft.HandleAsync(new DraftAgreementCommand(Input.Id, round, terms.Value!), ct);
        return drafted.Succeeded ? LocalRedirect(links.Agreement(drafted.Value)) : this.PageWithErrors(drafted);
    }

    private Task<bool> LoadAsync(string round, CancellationToken ct)
    {
        Round = round;
        return db.Rounds.AnyAsync(r => r.Code == round, ct);
    }
}
