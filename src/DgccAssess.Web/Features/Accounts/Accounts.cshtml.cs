using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Accounts;

/// <summary>Everybody who has an account in the space, by name.</summary>
[Authorize(Policy = Policies.ReadAccounts)]
public sealed class AccountsModel(ListAccounts list, RoleNames names, SpaceDbContext db, ActorContext actor, IStringLocalizer<AccountsWords> words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountState? State { get; set; }

    public AccountFilter Filter => new(Text?.Trim(), Role, State);
    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];
    public IReadOnlyList<RoleChoice> Roles { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Agencies { get; private set; } = new Dictionary<Guid, string>();
    public int Total { get; private set; }
    public int Current { get; private set; } = 1;
    public int PageCount => Math.Max(1, (Total + ListAccounts.PageSize - 1) / ListAccounts.PageSize);
    public bool MayChange => actor.Current.Can(Permissions.AccountsAdminister);
    public bool MaySeeRoles => actor.Current.Can(Permissions.RolesManage) || actor.Current.Can(Permissions.RecordsRead);

    public string NameOf(string role) => Roles.FirstOrDefault(r => r.Name == role)?.Text ?? role;

    public async Task<IActionResult> OnGetAsync([FromQuery] int page = 1, CancellationToken ct = default)
    {
        Roles = await names.AllAsync(ct);
        if (Text?.Length > AccountFilter.MaxText) ModelState.AddModelError(nameof(Text), words["List.TextTooLong", AccountFilter.MaxText]);
        if (!ModelState.IsValid || page < 1) return this.InvalidPage();

        (Rows, Total) = await list.HandleAsync(Filter, page, ct);
        Current = page;
        if (db is TenantDbContext tenant)
        {
            var ids = Rows.Select(r => r.AgencyId).ToList();
            Agencies = (await tenant.Agencies.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Names }).ToListAsync(ct)).ToDictionary(a => a.Id, a => a.Names.InCurrentLanguage());
        }

        return Page();
    }
}
