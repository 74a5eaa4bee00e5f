using System.ComponentModel.DataAnnotations;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Accounts;

/// <summary>What an administrator says about a person, checked against the space.</summary>
public sealed class AccountDetails(SpaceDbContext db)
{
    public const int MaxEmail = 256;
    public const int MaxName = 200;

    /// <summary>Permissions that mean nothing without an agency of one's own.</summary>
    private static readonly string[] OfAnAgency = [Permissions.AssessmentsAnswer, Permissions.AssessmentsCoordinate];

    public sealed record Found(IReadOnlyList<Role> Roles, Guid? AgencyId);

    public static Problem? CheckEmail(string field, string? email) =>
        email is { Length: > 0 and <= MaxEmail } && new EmailAddressAttribute().IsValid(email) && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            ? null
            : new Problem(field, AccountMessages.EmailInvalid);

    /// <param name="name">As others see it.</param>
    /// <param name="roles">Names of roles.</param>
    /// <param name="agency">Code of the agency; null or empty: none.</param>
    /// <param name="language">Null or empty: the space's.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task<(Found? Found, IReadOnlyList<Problem> Problems)> CheckAsync(string? name, IReadOnlyCollection<string> roles, string? agency, string? language, CancellationToken ct)
    {
        List<Problem> problems = [];
        if (string.IsNullOrWhiteSpace(name)) problems.Add(new("DisplayName", AccountMessages.NameMissing));
        else if (name.Trim().Length > MaxName) problems.Add(new("DisplayName", AccountMessages.NameTooLong, MaxName));

        var known = await db.Roles.Where(r => roles.Contains(r.Name!)).ToListAsync(ct);
        if (roles.Count == 0) problems.Add(new("Roles", AccountMessages.RolesMissing));
        if (roles.Except(known.Select(r => r.Name!), StringComparer.Ordinal).FirstOrDefault() is { } unknown) problems.Add(new("Roles", AccountMessages.RoleUnknown, unknown));

        var agencyId = string.IsNullOrEmpty(agency) || db is not TenantDbContext tenant
            ? null
            : await tenant.Agencies.Where(a => a.Code == agency).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
        if (!string.IsNullOrEmpty(agency) && agencyId is null) problems.Add(new("Agency", AccountMessages.AgencyUnknown));
        if (string.IsNullOrEmpty(agency) && await NeedsAgencyAsync(known, ct)) problems.Add(new("Agency", AccountMessages.AgencyNeeded));
        if (!string.IsNullOrEmpty(language) && !db.Space.Settings.Languages.Contains(language)) problems.Add(new("Language", AccountMessages.LanguageUnknown));
        return problems.Count == 0 ? (new Found(known, agencyId), problems) : (null, problems);
    }

    private Task<bool> NeedsAgencyAsync(List<Role> roles, CancellationToken ct)
    {
        var ids = roles.Select(r => r.Id).ToList();
        return db.RoleClaims.AnyAsync(c => ids.Contains(c.RoleId) && c.ClaimType == SpaceClaims.Permission && OfAnAgency.Contains(c.ClaimValue!), ct);
    }
}
