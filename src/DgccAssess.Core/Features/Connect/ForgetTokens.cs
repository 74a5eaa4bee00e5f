using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Connect;

/// <summary>Deletes tokens that expired, and grants of single codes that nothing hangs on any more. What people allowed for good stays.</summary>
public sealed class ForgetTokens(SpaceDbContext db, TimeProvider clock)
{
    /// <summary>A used refresh token is kept longer than it lasts: shown again, it gives the theft away.</summary>
    public static readonly TimeSpan KeptAfter = TimeSpan.FromDays(7);

    public async Task HandleAsync(CancellationToken ct = default)
    {
        var before = clock.UtcNow - KeptAfter;
        await db.Set<ApiToken>().Where(t => t.ExpirationDate < before).ExecuteDeleteAsync(ct);
        await db.Set<ApiGrant>()
            .Where(g => g.Type == OpenIddict.Abstractions.OpenIddictConstants.AuthorizationTypes.AdHoc && g.CreationDate < before && !g.Tokens.Any())
            .ExecuteDeleteAsync(ct);
    }
}
