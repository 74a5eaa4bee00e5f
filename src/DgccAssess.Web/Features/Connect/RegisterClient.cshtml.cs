using System.ComponentModel.DataAnnotations;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Connect;

[Authorize(Policy = Policies.ManageClients)]
[StepUp]
[Uncompressed]
public sealed class RegisterClientModel(RegisterApiClient register, TimeProvider clock) : PageModel
{
    [BindProperty]
    public RegisterClientInput Input { get; set; } = new();

    public void OnGet() => Input = new() { Id = clock.NewId() };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Input.Id is not { } id) return this.InvalidPage();
        var result = await register.HandleAsync(Input.ToCommand(id), ct);
        return result.Succeeded ? this.ShowSecret(result.Value!) : this.PageWithErrors(result);
    }
}

public sealed record RegisterClientInput
{
    /// <summary>Made with the form: posting it again registers nothing twice.</summary>
    public Guid? Id { get; init; }

    [StringLength(ApiClientRules.NameLength)]
    public string? Name { get; init; }

    public ApiClientKind Kind { get; init; }

    [MaxLength(20)]
    public List<string> Scopes { get; init; } = [];

    /// <summary>One address a line.</summary>
    [StringLength(ApiClientRules.MaxRedirectUris * (ApiClientRules.RedirectUriLength + 2))]
    public string? RedirectUris { get; init; }

    public RegisterApiClientCommand ToCommand(Guid id) =>
        new(id, Name ?? "", Kind, [.. Scopes.Distinct()], (RedirectUris ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
