using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Core;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DgccAssess.Core.Features.Connect;

/// <param name="ClientId">As the client names itself.</param>
/// <param name="Scopes">What it asked for, and the person was shown.</param>
public sealed record AllowClientCommand(string ClientId, IReadOnlyList<string> Scopes) : ICreation;

public sealed record ApiClientAllowed(Guid ClientId, string Name, IReadOnlyList<string> Scopes) : AuditFact($"clients/{ClientId}");

public sealed record ApiClientDisallowed(Guid ClientId, string Name) : AuditFact($"clients/{ClientId}");

/// <summary>What the person who acts lets a client do in their name; allowed once, it holds until it is withdrawn.</summary>
public sealed class AllowClient(OpenIddictAuthorizationManager<ApiGrant> grants, SpaceDbContext db, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    private string Subject => actor.Current.Id.ToString();

    /// <summary>The grant that covers all the scopes; null when the person has to be asked.</summary>
    public async Task<Guid?> FindAsync(ApiClient client, IReadOnlyList<string> scopes, CancellationToken ct)
    {
        var valid = await Valid(client.Id).ToListAsync(ct);
        foreach (var grant in valid)
        {
            if (!scopes.Except(await grants.GetScopesAsync(grant, ct), StringComparer.Ordinal).Any()) return grant.Id;
        }

        return null;
    }

    public async Task<Result<Guid>> HandleAsync(AllowClientCommand command, CancellationToken ct = default)
    {
        if (await db.ApiClients.FirstOrDefaultAsync(c => c.ClientId == command.ClientId && c.RevokedAt == null, ct) is not { } client) return Result<Guid>.From(Result.NotFound());
        if (await FindAsync(client, command.Scopes, ct) is { } allowed) return allowed;

        var grant = new ApiGrant { Application = client, CreationDate = clock.UtcNow, Status = Statuses.Valid, Subject = Subject, Type = AuthorizationTypes.Permanent };
        grant.Scopes = System.Text.Json.JsonSerializer.Serialize(command.Scopes);
        db.Add(grant);
        audit.Record(new ApiClientAllowed(client.Id, client.DisplayName!, command.Scopes));
        await db.SaveChangesAsync(ct);
        return grant.Id;
    }

    /// <summary>Withdraws it; the tokens that came of it end with it. Withdrawn already, nothing changes.</summary>
    public async Task WithdrawAsync(Guid clientId, CancellationToken ct = default)
    {
        var valid = await Valid(clientId).Include(g => g.Application).ToListAsync(ct);
        if (valid.Count == 0) return;
        foreach (var grant in valid) grant.Status = Statuses.Revoked;
        audit.Record(new ApiClientDisallowed(clientId, valid[0].Application!.DisplayName!));
        await db.SaveChangesAsync(ct);
        var subject = Subject;
        await db.Set<ApiToken>().Where(t => t.Application!.Id == clientId && t.Subject == subject && t.Status != Statuses.Revoked)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Status, Statuses.Revoked), ct);
    }

    private IQueryable<ApiGrant> Valid(Guid clientId)
    {
        var subject = Subject;
        return db.Set<ApiGrant>().Where(g => g.Application!.Id == clientId && g.Subject == subject && g.Status == Statuses.Valid && g.Type == AuthorizationTypes.Permanent);
    }
}
