using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Accounts;

public sealed record RoleChoice(string Name, string Text);

public sealed record AgencyChoice(string Code, string Text);

/// <summary>What roles and agencies are called in the reader's language.</summary>
public sealed class RoleNames(SpaceDbContext db, IStringLocalizer<AccountsWords> words)
{
    /// <summary>The product's roles have words, others the title they were given.</summary>
    public string Of(string name, string? title)
    {
        var known = words["RoleName." + name];
        return known.ResourceNotFound ? title ?? name : known.Value;
    }

    public async Task<IReadOnlyList<RoleChoice>> AllAsync(CancellationToken ct)
    {
        var roles = await db.Roles.OrderBy(r => r.Name).Select(r => new { r.Name, r.Title }).ToListAsync(ct);
        return [.. roles.Select(r => new RoleChoice(r.Name!, Of(r.Name!, r.Title))).OrderBy(r => r.Text, StringComparer.CurrentCulture)];
    }

    /// <summary>None in the hub, which has no agencies.</summary>
    public async Task<IReadOnlyList<AgencyChoice>> AgenciesAsync(CancellationToken ct)
    {
        if (db is not TenantDbContext tenant) return [];
        var agencies = await tenant.Agencies.Select(a => new { a.Code, a.Names }).ToListAsync(ct);
        return [.. agencies.Select(a => new AgencyChoice(a.Code, a.Names.InCurrentLanguage())).OrderBy(a => a.Text, StringComparer.CurrentCulture)];
    }
}
