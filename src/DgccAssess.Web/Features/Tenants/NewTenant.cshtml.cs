using DgccAssess.Core.Features.Tenants.Door;
using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Tenants;

/// <summary>Creates a tenant; the answer to the post is the receipt, which shows the administrator's first password where one was asked for, and can't be opened again.</summary>
[Authorize(Policy = Policies.OperateTenants)]
[Uncompressed]
public sealed class NewTenantModel(CreateTenant create, TenantTemplates templates, ListTenants tenants) : PageModel
{
    [BindProperty]
    public NewTenantInput Input { get; set; } = new();

    public IReadOnlyList<string> Templates { get; private set; } = [];
    public IReadOnlyList<string> Instruments { get; private set; } = [];
    public CreatedTenant? Created { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await create.HandleAsync(Input.ToCommand(), ct);
        Created = result.Value;
        if (result.Succeeded) return Page();
        await LoadAsync(ct);
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var taken = await tenants.IdsAsync(ct);
        (Templates, Instruments) = ([.. templates.Folders.Except(taken)], templates.Instruments);
    }
}

public sealed record NewTenantInput
{
    /// <summary>Folder to make it from; empty: blank.</summary>
    public string? Template { get; init; }

    public string? Id { get; init; }
    public string? Name { get; init; }
    public List<string> Languages { get; init; } = [];
    public string? TimeZone { get; init; }
    public string? Country { get; init; }
    public string? Instrument { get; init; }
    public string? Email { get; init; }
    public string? AdministratorName { get; init; }

    /// <summary>The administrator is invited; else a first password is shown.</summary>
    public bool ByMail { get; init; } = true;

    public CreateTenantCommand ToCommand() => new(
        string.IsNullOrWhiteSpace(Template) ? null : Template,
        string.IsNullOrWhiteSpace(Template)
            ? new BlankTenant(
                Id?.Trim() ?? "", Name ?? "", [.. Infrastructure.Languages.Screen.Intersect(Languages)], TimeZone?.Trim() ?? "",
                string.IsNullOrWhiteSpace(Country) ? null : Country.Trim(), Instrument ?? "")
            : null,
        new FirstAdministrator(Email ?? "", AdministratorName ?? "", ByMail));
}
