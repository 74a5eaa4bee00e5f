using System.Globalization;
using System.Security.Claims;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Federation;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Client.OpenIddictClientEvents;
using Codes = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace DgccAssess.Web.Features.Federation;

/// <summary>What came back from the identity provider, checked by OpenIddict, in our words.</summary>
/// <param name="Official">Who it is.</param>
/// <param name="SecondFactor">Two factors were used, as far as the space believes it.</param>
/// <param name="ProvedAt">When they proved who they are; null: the provider doesn't say.</param>
/// <param name="AskedAt">When they were sent there.</param>
/// <param name="Session">The sign-in that wants a fresh proof; null: they sign in.</param>
/// <param name="ReturnUrl">Where they wanted to go; of this site, as it was checked before.</param>
public sealed record Answered(Official Official, bool SecondFactor, DateTime? ProvedAt, DateTime AskedAt, Guid? Session, string? ReturnUrl);

public sealed class ProviderAnswer(IHttpContextAccessor accessor, SpaceContext context)
{
    /// <summary>In the state that travels with the request, under the space's keys.</summary>
    public const string AskedAt = "dgcc:asked";

    public const string Session = "dgcc:session";
    public const string ReturnUrl = "dgcc:return";

    /// <summary>More than that nobody has; what else comes is not looked at.</summary>
    private const int MostValues = 200;

    /// <summary>The answer was to a question of ours, asked in this browser; whatever is wrong with it lies with the provider, or with what we know of it.</summary>
    public bool IsToOurQuestion => accessor.HttpContext!.Features.Get<OpenIddictClientAspNetCoreFeature>()?.Transaction
        ?.GetProperty<ProcessAuthenticationContext>(typeof(ProcessAuthenticationContext).FullName!)?.StateTokenPrincipal is not null;

    public async Task<Result<Answered>> ReadAsync()
    {
        var http = accessor.HttpContext!;
        if (http.GetOpenIddictClientResponse()?.Error is { } error) return Failed(error);
        var ticket = await http.AuthenticateAsync(OpenIddictClientAspNetCoreDefaults.AuthenticationScheme);
        if (ticket is not { Succeeded: true, Principal: { } said, Properties: { } properties }) return Failed(ticket.Properties?.GetString(OpenIddictClientAspNetCoreConstants.Properties.Error));

        var settings = context.Space.Settings.IdentityProvider!;
        var secondFactor = FederationRules.ProvesSecondFactor(settings, said.FindAll(Claims.AuthenticationMethodReference).Select(c => c.Value), said.FindFirstValue(Claims.AuthenticationContextReference));
        return new Answered(OfficialOf(said, settings), secondFactor, Time(said.FindFirstValue(Claims.AuthenticationTime)), Time(properties.GetString(AskedAt))!.Value,
            Guid.TryParse(properties.GetString(Session), out var session) ? session : null, properties.GetString(ReturnUrl));
    }

    private static Official OfficialOf(ClaimsPrincipal said, IdentityProviderSettings settings) => new(
        said.FindFirstValue(Claims.Subject) ?? "",
        said.FindFirstValue(settings.EmailClaim),
        string.Equals(said.FindFirstValue(Claims.EmailVerified), "true", StringComparison.OrdinalIgnoreCase),
        said.FindFirstValue(settings.NameClaim),
        [.. said.FindAll(settings.RoleClaim).Take(MostValues).Select(c => c.Value)],
        settings.AgencyClaim is { } agency ? said.FindFirstValue(agency) : null);

    private static DateTime? Time(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(whole).UtcDateTime : null;

    private static Result<Answered> Failed(string? error) => Result<Answered>.From(Result.Invalid("", error switch
    {
        Codes.AccessDenied => FederationMessages.Denied,
        Codes.ServerError or Codes.TemporarilyUnavailable => FederationMessages.Unreachable,
        _ => FederationMessages.Unusable,
    }));
}
