using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect;
using Microsoft.AspNetCore;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Server.AspNetCore;

namespace DgccAssess.Web.Features.Connect;

/// <summary>POST connect/token, after the provider has checked the client, its secret and what it may ask for.</summary>
public static class TokenEndpoint
{
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1);

    public static async Task<IResult> HandleAsync(HttpContext http, TokenPrincipals principals, SpaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("No request of the protocol.");
        var client = await db.ApiClients.AsNoTracking().SingleAsync(c => c.ClientId == request.ClientId, ct);
        await NoteUseAsync(client, db, clock.UtcNow, ct);
        return TypedResults.SignIn(principals.OfClient(client, request), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task NoteUseAsync(ApiClient client, SpaceDbContext db, DateTime now, CancellationToken ct)
    {
        if (client.LastUsedAt is { } last && now - last < UsedEvery) return;
        await db.ApiClients.Where(c => c.Id == client.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastUsedAt, now), ct);
    }
}
