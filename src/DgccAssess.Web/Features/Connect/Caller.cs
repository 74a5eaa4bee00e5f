using System.Security.Claims;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure.Api;

namespace DgccAssess.Web.Features.Connect;

/// <summary>GET api/v1/caller: who the space takes the caller for, and what that allows. For whoever connects a program and wonders.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Kind">"person" or "program".</param>
/// <param name="Scopes">Of the token; none where the caller came with a session.</param>
/// <param name="Permissions">What the caller may do at this moment.</param>
public sealed record Caller(string Name, string Kind, IReadOnlyList<string> Scopes, IReadOnlyList<string> Permissions)
{
    public static IResult Of(ClaimsPrincipal user, ActorContext actor) => new ResourceAnswer<Caller>(new Caller(
        actor.Current.Name,
        user.HasClaim(c => c.Type == SpaceClaims.Client) ? "program" : "person",
        [.. user.FindAll(SpaceClaims.Scope).Select(c => c.Value)],
        [.. actor.Current.Permissions.Order(StringComparer.Ordinal)]));
}
