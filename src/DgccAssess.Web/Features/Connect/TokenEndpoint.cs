using System.Security.Claims;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Codes = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace DgccAssess.Web.Features.Connect;

/// <summary>POST connect/token, after the provider has checked the client, its secret, its code or refresh token and what it may ask for.</summary>
public static class TokenEndpoint
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1);

    public static async Task<IResult> HandleAsync(HttpContext http, TokenPrincipals principals, SpaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("No request of the protocol.");
        var client = await db.ApiClients.AsNoTracking().SingleAsync(c => c.ClientId == request.ClientId, ct);
        await NoteUseAsync(client, db, clock.UtcNow, ct);
        if (request.IsClientCredentialsGrantType()) return TypedResults.SignIn(principals.OfClient(client, request), authenticationScheme: Scheme);

        var presented = (await http.AuthenticateAsync(Scheme)).Principal ?? throw new InvalidOperationException("The provider let a code or refresh token pass without reading it.");
        if (await principals.FindAsync(presented) is not { } account) return Refuse();
        return TypedResults.SignIn(await principals.OfPersonAsync(account, [.. presented.GetScopes()], ProofOf(presented), ct), authenticationScheme: Scheme);
    }

    /// <summary>The token was good, the person's account is not what it was: sign in again.</summary>
    private static IResult Refuse() => TypedResults.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = Codes.InvalidGrant,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The account was changed since; the person has to sign in again.",
        }),
        [Scheme]);

    private static TokenProof? ProofOf(ClaimsPrincipal presented) =>
        long.TryParse(presented.GetClaim(Claims.AuthenticationTime), out var seconds)
            ? new(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime, presented.HasClaim(Claims.AuthenticationMethodReference, TokenProof.TwoFactors))
            : null;

    private static async Task NoteUseAsync(ApiClient client, SpaceDbContext db, DateTime now, CancellationToken ct)
    {
        if (client.LastUsedAt is { } last && now - last < UsedEvery) return;
        await db.ApiClients.Where(c => c.Id == client.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastUsedAt, now), ct);
    }
}
