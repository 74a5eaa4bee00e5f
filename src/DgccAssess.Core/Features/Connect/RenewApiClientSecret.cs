using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Core;

namespace DgccAssess.Core.Features.Connect;

public sealed record RenewApiClientSecretCommand(Guid Id, int? Version);

public sealed record ApiClientSecretRenewed(Guid ClientId, string Name) : AuditFact($"clients/{ClientId}");

/// <summary>Gives a client another secret; the one before ends at once, tokens issued last until they expire.</summary>
public sealed class RenewApiClientSecret(OpenIddictApplicationManager<ApiClient> clients, SpaceDbContext db, AuditTrail audit)
{
    public async Task<Result<IssuedSecret>> HandleAsync(RenewApiClientSecretCommand command, CancellationToken ct = default)
    {
        if (command.Version is null) return Failed(Result.Invalid("", Messages.VersionMissing));
        if (await db.ApiClients.FirstOrDefaultAsync(c => c.Id == command.Id, ct) is not { } client) return Failed(Result.NotFound());
        if (client.Version != command.Version) return Result<IssuedSecret>.StaleWith(new(client, Secret: null));
        if (client.RevokedAt is not null) return Failed(Result.Conflict(ConnectMessages.Revoked));
        if (!ApiClientRules.HasSecret(client.Kind)) return Failed(Result.Conflict(ConnectMessages.NoSecret));

        var secret = ApiClientRules.NewSecret();
        audit.Record(new ApiClientSecretRenewed(client.Id, client.DisplayName!));
        await clients.UpdateAsync(client, secret, ct);
        return new IssuedSecret(client, secret);
    }

    private static Result<IssuedSecret> Failed(Result failure) => Result<IssuedSecret>.From(failure);
}
