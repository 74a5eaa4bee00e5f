using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Core;

namespace DgccAssess.Core.Features.Connect;

/// <param name="Id">Made with the form, so that a repeated post registers nothing twice.</param>
/// <param name="Name">What people are shown when it asks for their consent; 1 to 100 characters.</param>
/// <param name="Kind">What it may do.</param>
/// <param name="Scopes">Scopes of the API, at least one.</param>
/// <param name="RedirectUris">Where people return to; at most ten, none for a service.</param>
public sealed record RegisterApiClientCommand(Guid Id, string Name, ApiClientKind Kind, IReadOnlyList<string> Scopes, IReadOnlyList<string> RedirectUris) : ICreation;

public sealed record ApiClientRegistered(Guid ClientId, string Name, ApiClientKind Kind, IReadOnlyList<string> Scopes) : AuditFact($"clients/{ClientId}");

/// <param name="Client">As it is stored.</param>
/// <param name="Secret">Shown once; null for a client that has none, and for a form posted again.</param>
public sealed record IssuedSecret(ApiClient Client, string? Secret);

/// <summary>Registers a program with this space.</summary>
public sealed class RegisterApiClient(OpenIddictApplicationManager<ApiClient> clients, SpaceDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result<IssuedSecret>> HandleAsync(RegisterApiClientCommand command, CancellationToken ct = default)
    {
        if (await db.ApiClients.FirstOrDefaultAsync(c => c.Id == command.Id, ct) is { } registered) return new IssuedSecret(registered, Secret: null);
        var problems = ApiClientRules.Check(command).ToList();
        if (problems.Count > 0) return Result<IssuedSecret>.From(Result.Invalid(problems));

        var client = new ApiClient { Id = command.Id, Kind = command.Kind, Scopes = command.Scopes, CreatedAt = clock.UtcNow };
        var descriptor = ApiClientRules.Describe(command.Kind, command.Scopes, ApiClientRules.ActsForPeople(command.Kind) ? command.RedirectUris : []);
        (descriptor.ClientId, descriptor.DisplayName) = (command.Id.ToString("N"), command.Name.Trim());
        var secret = ApiClientRules.HasSecret(command.Kind) ? ApiClientRules.NewSecret() : null;
        await clients.PopulateAsync(client, descriptor, ct);
        audit.Record(new ApiClientRegistered(command.Id, command.Name.Trim(), command.Kind, command.Scopes));
        // The manager hashes the secret and saves.
        await clients.CreateAsync(client, secret, ct);
        return new IssuedSecret(client, secret);
    }
}
