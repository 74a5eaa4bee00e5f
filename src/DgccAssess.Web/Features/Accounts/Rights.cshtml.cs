using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Accounts;

/// <summary>Name, roles, agency and language of an account.</summary>
[Authorize(Policy = Policies.ManageAccounts)]
[StepUp]
public sealed class RightsModel(ReadAccount read, ChangeAccount change, RoleNames names, SpaceView view, ActorContext actor, Links links) : PageModel
{
    [BindProperty]
    public AccountInput Input { get; set; } = new();

    public AccountView Person { get; private set; } = null!;
    public AccountFields Fields { get; private set; } = null!;

    /// <summary>What somebody else saved meanwhile.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await read.HandleAsync(id, ct) is not { } person) return NotFound();
        Input = person.Input;
        await LoadAsync(person, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var result = await change.HandleAsync(new ChangeAccountCommand(id, Input.DisplayName, Input.Roles, Input.Agency, Input.Language, Input.Version), ct);
        // Whoever gave up rights of their own may be led to a page that is closed to them now.
        if (result.Succeeded) return LocalRedirect(id == actor.Current.Id ? links.Home() : links.Account(id));
        if (await read.HandleAsync(id, ct) is not { } person) return NotFound();
        IsStale = result.Kind is ResultKind.Stale;
        // Their choice, once both versions were seen, is based on the stored one.
        if (IsStale) Input = Input with { Version = person.Version };
        await LoadAsync(person, ct);
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(AccountView person, CancellationToken ct)
    {
        Person = person;
        Fields = new AccountFields(Input, await names.AllAsync(ct), await names.AgenciesAsync(ct), view.Languages);
    }
}
