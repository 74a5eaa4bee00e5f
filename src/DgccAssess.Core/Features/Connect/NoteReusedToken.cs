using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DgccAssess.Core.Features.Connect;

public sealed record RefreshTokenReused(Guid ClientId, string Name, Guid? AccountId) : AuditFact($"clients/{ClientId}");

/// <summary>Records that a refresh token was shown after it had been used: two have it, and one of them is a thief. Once for what came of one sign-in, since that ends with it.</summary>
public sealed class NoteReusedToken(SpaceDbContext db, ActorContext actor, AuditTrail audit)
{
    public async Task HandleAsync(Guid tokenId, CancellationToken ct = default)
    {
        var shown = await db.Set<ApiToken>().Where(t => t.Id == tokenId && t.Status == Statuses.Redeemed)
            .Select(t => new { t.Application!.Id, t.Application.DisplayName, t.Subject }).FirstOrDefaultAsync(ct);
        if (shown is null) return;

        if (!actor.IsSet) actor.Set(new Actor(shown.Id, shown.DisplayName!, null, new HashSet<string>()));
        audit.Record(new RefreshTokenReused(shown.Id, shown.DisplayName!, Guid.TryParse(shown.Subject, out var account) ? account : null));
        await db.SaveChangesAsync(ct);
    }
}
