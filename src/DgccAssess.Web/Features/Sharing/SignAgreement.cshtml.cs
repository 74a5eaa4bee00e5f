using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Agreements;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>What Korea will see, made of the very payload that is published, and below it the signature.</summary>
[Authorize(Policy = Policies.DecideSharing)]
[StepUp]
public sealed class SignAgreementModel(TenantDbContext db, BuildPayload build, SignAgreement sign, Links links) : PageModel
{
    [BindProperty]
    public SignInput Input { get; set; } = new();

    public SharingAgreement Agreement { get; private set; } = null!;
    public string Round { get; private set; } = "";

    /// <summary>Null where nothing is shared.</summary>
    public SharedRoundView? Preview { get; private set; }

    public string PreviewHash { get; private set; } = "";
    public bool HasDocument { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken ct)
    {
        if (!await LoadAsync(number, ct)) return NotFound();
        if (Agreement.State is not AgreementState.Draft) return LocalRedirect(links.Agreement(number));
        Input = new SignInput { Version = Agreement.Version, PreviewHash = PreviewHash };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken ct)
    {
        if (!await LoadAsync(number, ct)) return NotFound();
        if (!ModelState.IsValid) return this.InvalidPage();
        var signed = await sign.HandleAsync(new SignAgreementCommand(number, Input.Signer, Input.Confirmed, Input.PreviewHash, Input.Version), ct);
        if (signed.Succeeded) return LocalRedirect(links.SharedRound(Round));
        db.ChangeTracker.Clear();
        await LoadAsync(number, ct);
        if (signed.Kind is ResultKind.Stale or ResultKind.Conflict)
        {
            // What is signed next is what is shown now, and is said anew.
            ModelState.Clear();
            Input = Input with { Version = Agreement.Version, PreviewHash = PreviewHash, Confirmed = false };
        }

        return this.PageWithErrors(signed);
    }

    private async Task<bool> LoadAsync(int number, CancellationToken ct)
    {
        if (await db.SharingAgreements.AsNoTracking().FirstOrDefaultAsync(a => a.Number == number, ct) is not { } found) return false;
        Agreement = found;
        Round = await db.Rounds.Where(r => r.Id == found.RoundId).Select(r => r.Code).SingleAsync(ct);
        HasDocument = await db.SharingDocuments.AnyAsync(d => d.AgreementId == found.Id, ct);
        if (found.Level is SharingLevel.Nothing) return true;
        var payload = (await build.HandleAsync(Round, found.Level, ct))!;
        (Preview, PreviewHash) = (new SharedRoundView(payload), SignAgreement.PreviewHashOf(payload));
        return true;
    }
}

public sealed record SignInput
{
    public int? Version { get; init; }
    public string? PreviewHash { get; init; }
    public string? Signer { get; init; }
    public bool Confirmed { get; init; }
}
