using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Connect;

/// <summary>One program: what it may do, another secret for it, its end.</summary>
[Authorize(Policy = Policies.ManageClients)]
[StepUp]
[Uncompressed]
public sealed class ClientModel(SpaceDbContext db, RenewApiClientSecret renew, RevokeApiClient revoke, Links links) : PageModel
{
    public ApiClient Client { get; private set; } = null!;
    public IReadOnlyList<string> RedirectUris { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRenewAsync(Guid id, int? version, CancellationToken ct)
    {
        var result = await renew.HandleAsync(new RenewApiClientSecretCommand(id, version), ct);
        if (result.Succeeded) return this.ShowSecret(result.Value!);
        return await LoadAsync(id, ct) ? this.PageWithErrors(result) : NotFound();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, int? version, CancellationToken ct)
    {
        var result = await revoke.HandleAsync(new RevokeApiClientCommand(id, version), ct);
        if (result.Succeeded) return LocalRedirect(links.Clients());
        return await LoadAsync(id, ct) ? this.PageWithErrors(result) : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.ApiClients.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } client) return false;
        Client = client;
        RedirectUris = client.RedirectUris is { } list ? System.Text.Json.JsonSerializer.Deserialize<string[]>(list)! : [];
        return true;
    }
}
