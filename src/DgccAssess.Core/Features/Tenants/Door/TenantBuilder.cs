using System.Security.Cryptography;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Tenants.Door;

/// <param name="Email">To sign in with.</param>
/// <param name="Name">As others see it.</param>
public sealed record FirstAdministrator(string Email, string Name);

/// <summary>Makes a tenant: database, roles, instruments, agencies, texts, its first administrator; the register last, since what it names is complete. Safe to repeat.</summary>
public sealed class TenantBuilder(ProvisionSpace provision, RegisterSpace register, SpaceScopes scopes)
{
    // No letters that are taken for one another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 20;

    /// <param name="tenant">As it shall be.</param>
    /// <param name="instruments">Those it uses.</param>
    /// <param name="actor">Who asked for it, in the hub's trail.</param>
    /// <param name="ct">Ends the work early.</param>
    public async Task<TenantPlan> BuildAsync(TenantDefinition tenant, IReadOnlyList<InstrumentDocument> instruments, Actor actor, CancellationToken ct)
    {
        var (space, plan) = await FillAsync(tenant, instruments, actor.Name, ct);
        if (!plan.IsRefused) await register.HandleAsync(space.Id, space.Kind, space.Settings, actor, ct);
        return plan;
    }

    /// <returns>The administrator's password, known to nobody else.</returns>
    public async Task<Result<string>> BuildAsync(TenantDefinition tenant, IReadOnlyList<InstrumentDocument> instruments, FirstAdministrator administrator, Actor actor, CancellationToken ct)
    {
        var (space, _) = await FillAsync(tenant, instruments, TenantTrail.OperatorName, ct);
        var password = await scopes.RunAsync(space, services => AddAdministratorAsync(services, administrator));
        if (!password.Succeeded) return password;

        await register.HandleAsync(space.Id, space.Kind, space.Settings, actor, ct);
        return password;
    }

    private async Task<(SpaceInfo Space, TenantPlan Plan)> FillAsync(TenantDefinition tenant, IReadOnlyList<InstrumentDocument> instruments, string actor, CancellationToken ct)
    {
        var space = new SpaceInfo { Id = tenant.Space.Id, Identifier = tenant.Space.Id, Kind = SpaceKind.Tenant, Settings = tenant.Space.Settings };
        await provision.HandleAsync(space, ct);
        var plan = await scopes.RunAsync(space, services =>
        {
            services.GetRequiredService<ActorContext>().Set(Actor.Program(actor));
            return services.GetRequiredService<ApplyTenant>().HandleAsync(tenant, instruments, ct);
        });
        return (space, plan);
    }

    private static async Task<Result<string>> AddAdministratorAsync(IServiceProvider services, FirstAdministrator administrator)
    {
        services.GetRequiredService<ActorContext>().Set(Actor.Program(TenantTrail.OperatorName));
        var password = RandomNumberGenerator.GetString(Letters, PasswordLength);
        var accounts = services.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByEmailAsync(administrator.Email) is { } left)
        {
            // A run that was cut off before anybody saw its password.
            await accounts.RemovePasswordAsync(left);
            await accounts.AddPasswordAsync(left, password);
            return password;
        }

        var created = await services.GetRequiredService<CreateAccount>().HandleAsync(new(administrator.Email, administrator.Name, password, Roles.Administrator, AgencyId: null));
        return created.Succeeded ? password : Result<string>.From(created);
    }
}
