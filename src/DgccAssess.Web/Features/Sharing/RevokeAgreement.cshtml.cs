using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Agreements;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>Takes an agreement back, at once.</summary>
[Authorize(Policy = Policies.DecideSharing)]
[StepUp]
public sealed class RevokeAgreementModel(TenantDbContext db, RevokeAgreement revoke, Links links) : PageModel
{
    [BindProperty]
    public RevokeInput Input { get; set; } = new();

    public SharingAgreement Agreement { get; private set; } = null!;
    public string Round { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken ct)
    {
        if (!await LoadAsync(number, ct)) return NotFound();
        if (Agreement.State is not AgreementState.Concluded) return LocalRedirect(links.Agreement(number));
        Input = new RevokeInput { Version = Agreement.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken ct)
    {
        if (!await LoadAsync(number, ct)) return NotFound();
        if (!ModelState.IsValid) return this.InvalidPage();
        var revoked = await revoke.HandleAsync(new RevokeAgreementCommand(number, Input.Reason, Input.Version), ct);
        if (revoked.Succeeded) return LocalRedirect(links.Agreement(number));
        db.ChangeTracker.Clear();
        await LoadAsync(number, ct);
        if (revoked.Kind is ResultKind.Stale)
        {
            ModelState.Clear();
            Input = Input with { Version = Agreement.Version };
        }

        return this.PageWithErrors(revoked);
    }

    private async Task<bool> LoadAsync(int number, CancellationToken ct)
    {
        if (await db.SharingAgreements.AsNoTracking().FirstOrDefaultAsync(a => a.Number == number, ct) is not { } found) return false;
        Agreement = found;
        Round = await db.Rounds.Where(r => r.Id == found.RoundId).Select(r => r.Code).SingleAsync(ct);
        return true;
    }
}

public sealed record RevokeInput
{
    public int? Version { get; init; }
    public string? Reason { get; init; }
}
