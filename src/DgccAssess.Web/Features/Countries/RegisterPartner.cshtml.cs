using DgccAssess.Core.Features.Countries;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Countries;

/// <summary>Registers a partner that keeps its data in an installation of its own.</summary>
[Authorize(Policy = Policies.OperateTenants)]
[StepUp]
public sealed class RegisterPartnerModel(RegisterPartner register, Links links) : PageModel
{
    [BindProperty]
    public PartnerInput Input { get; set; } = new();

    public void OnGet()
    {
        // Nothing is known before it is typed.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return this.InvalidPage();
        var partner = Input.Partner?.Trim() ?? "";
        var registered = await register.HandleAsync(
            new RegisterPartnerCommand(partner, Input.Country?.Trim().ToUpperInvariant() ?? "", Input.Name ?? "", Input.PublicKey ?? "", Input.ClientId ?? ""), ct);
        return registered.Succeeded ? LocalRedirect(links.PartnersAfter(PartnersModel.Registered, partner)) : this.PageWithErrors(registered);
    }
}

public sealed record PartnerInput
{
    public string? Partner { get; init; }
    public string? Country { get; init; }
    public string? Name { get; init; }
    public string? PublicKey { get; init; }
    public string? ClientId { get; init; }
}
