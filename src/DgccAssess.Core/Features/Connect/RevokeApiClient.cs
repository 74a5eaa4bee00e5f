using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace DgccAssess.Core.Features.Connect;

public sealed record RevokeApiClientCommand(Guid Id, int? Version);

public sealed record ApiClientRevoked(Guid ClientId, string Name) : AuditFact($"clients/{ClientId}");

/// <summary>Ends a client for good: its permissions, its secret, what people allowed it and every token it holds.</summary>
public sealed class RevokeApiClient(SpaceDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result<ApiClient>> HandleAsync(RevokeApiClientCommand command, CancellationToken ct = default)
    {
        if (command.Version is null) return Failed(Result.Invalid("", Messages.VersionMissing));
        if (await db.ApiClients.FirstOrDefaultAsync(c => c.Id == command.Id, ct) is not { } client) return Failed(Result.NotFound());
        if (client.RevokedAt is null)
        {
            if (client.Version != command.Version) return Result<ApiClient>.StaleWith(client);
            client.RevokedAt = clock.UtcNow;
            // Without permissions every endpoint refuses it, whoever asks; a client without a secret could otherwise go on.
            (client.Permissions, client.ClientSecret) = (null, null);
            audit.Record(new ApiClientRevoked(client.Id, client.DisplayName!));
            await db.SaveChangesAsync(ct);
        }

        // Afterwards: nothing new can come any more. A run cut off between is made good by revoking again.
        await EndTokensAsync(client.Id, ct);
        return client;
    }

    private async Task EndTokensAsync(Guid clientId, CancellationToken ct)
    {
        await db.Set<ApiToken>().Where(t => t.Application!.Id == clientId && t.Status != OpenIddictConstants.Statuses.Revoked)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Status, OpenIddictConstants.Statuses.Revoked), ct);
        await db.Set<ApiGrant>().Where(g => g.Application!.Id == clientId && g.Status != OpenIddictConstants.Statuses.Revoked)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.Status, OpenIddictConstants.Statuses.Revoked), ct);
    }

    private static Result<ApiClient> Failed(Result failure) => Result<ApiClient>.From(failure);
}
