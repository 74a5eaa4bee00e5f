using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Security;

/// <summary>What a link in a mail proves.</summary>
/// <param name="Subject">For example the invitation or the account.</param>
/// <param name="Stamp">Whatever makes the link good once: it no longer fits when the link was used.</param>
public sealed record LinkClaim(Guid Subject, string Stamp);

/// <summary>
/// Tokens of links that leave in mails. The space and the purpose are part of the cryptographic purpose: a token of another space or of
/// another kind of link can't be opened. Works outside of requests, unlike the framework's protectors.
/// </summary>
public sealed class LinkTokens([FromKeyedServices(LinkTokens.Keys)] IDataProtectionProvider provider, SpaceContext context, TimeProvider clock)
{
    /// <summary>The installation's key ring as it is, not bound to the space of a request.</summary>
    public const string Keys = "installation";

    /// <summary>Longest token that is looked at, in characters.</summary>
    public const int MaxLength = 1000;

    public string Create(string purpose, LinkClaim claim, DateTime expiresAt)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{expiresAt.Ticks}|{claim.Subject:N}|{claim.Stamp}");
        return Base64Url.EncodeToString(Protector(purpose).Protect(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Null for anything but a token of this space and purpose whose time is not over.</summary>
    public LinkClaim? Read(string purpose, string? token)
    {
        if (token is null or { Length: 0 or > MaxLength } || !Base64Url.IsValid(token)) return null;
        try
        {
            var parts = Encoding.UTF8.GetString(Protector(purpose).Unprotect(Base64Url.DecodeFromChars(token))).Split('|', 3);
            var expiresAt = new DateTime(long.Parse(parts[0], CultureInfo.InvariantCulture), DateTimeKind.Utc);
            return clock.GetUtcNow().UtcDateTime < expiresAt ? new LinkClaim(Guid.Parse(parts[1]), parts[2]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string purpose) => provider.CreateProtector("DgccAssess.Links", $"space:{context.Space.Id}", purpose);
}
