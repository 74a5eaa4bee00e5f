using System.Security.Cryptography;
using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Federation;

/// <summary>What the provider said of somebody, once its signature was checked.</summary>
/// <param name="Subject">The provider's own name for the person, never given to another.</param>
/// <param name="Email">As said.</param>
/// <param name="EmailVerified">The provider vouches for the address.</param>
/// <param name="Name">For others to see.</param>
/// <param name="RoleValues">Values of the role claim.</param>
/// <param name="Agency">Value of the agency claim.</param>
public sealed record Official(string Subject, string? Email, bool EmailVerified, string? Name, IReadOnlyList<string> RoleValues, string? Agency);

/// <summary>Who is let in and as what: functions of the settings and of what the provider said.</summary>
public static class FederationRules
{
    /// <summary>OpenID Connect Core 1.0 section 2: at most 255 ASCII characters.</summary>
    private const int LongestSubject = 255;

    /// <summary>Clocks of two institutions differ.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>Name of the person in the logins of accounts. A hash: databases compare texts without regard to case, and subjects differ by it.</summary>
    public static string KeyOf(string subject) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)));

    /// <summary>The address, where the provider vouches for it.</summary>
    public static string? AddressOf(IdentityProviderSettings settings, Official official) =>
        official.Email is { Length: > 0 } email && (official.EmailVerified || settings.TrustsEmail) ? email.Trim() : null;

    /// <summary>What is in the way of anybody, known or new; null: nothing.</summary>
    public static Problem? Refusal(IdentityProviderSettings settings, Official official) =>
        official.Subject.Length is 0 or > LongestSubject ? new("", FederationMessages.Unusable)
        : !IsAllowed(settings, official) ? new("", FederationMessages.NotAllowed)
        : null;

    /// <summary>Roles as the provider's word has them; null: they are decided here.</summary>
    public static IReadOnlyList<string>? RolesOf(IdentityProviderSettings settings, Official official)
    {
        if (settings.Roles.Count == 0) return null;
        var roles = settings.Roles.Where(r => official.RoleValues.Contains(r.Value, StringComparer.Ordinal)).Select(r => r.Meaning).Distinct(StringComparer.Ordinal).ToList();
        return roles.Count > 0 || settings.DefaultRole is null ? roles : [settings.DefaultRole];
    }

    /// <summary>Code of the agency the provider names; null where it names none.</summary>
    public static string? AgencyOf(IdentityProviderSettings settings, Official official) =>
        official.Agency is { Length: > 0 } value ? settings.Agencies.FirstOrDefault(a => a.Value == value)?.Meaning ?? value : null;

    /// <summary>How the person proved who they are to the provider counts as two factors here.</summary>
    public static bool ProvesSecondFactor(IdentityProviderSettings settings, IEnumerable<string> methods, string? authenticationClass) =>
        methods.Any(settings.SecondFactorMethods.Contains) || (authenticationClass is not null && settings.SecondFactorClasses.Contains(authenticationClass));

    /// <summary>Somebody proved who they are after they were asked to.</summary>
    /// <param name="provedAt">As the provider says; null: it doesn't.</param>
    /// <param name="askedAt">When they were sent there.</param>
    public static bool IsFresh(DateTime? provedAt, DateTime askedAt) => provedAt >= askedAt - ClockSkew;

    private static bool IsAllowed(IdentityProviderSettings settings, Official official)
    {
        if (settings.AllowedSubjects.Contains(official.Subject, StringComparer.Ordinal)) return true;
        if (settings.AllowedDomains.Contains("*")) return true;
        if (AddressOf(settings, official) is not { } address) return false;
        var domain = address[(address.LastIndexOf('@') + 1)..];
        return domain.Length < address.Length - 1 && settings.AllowedDomains.Any(d =>
            d.StartsWith("*.", StringComparison.Ordinal) ? domain.EndsWith(d[1..], StringComparison.OrdinalIgnoreCase) : domain.Equals(d, StringComparison.OrdinalIgnoreCase));
    }
}
