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
/// <param name="ByMail">Chooses a password by the link of an invitation; else a first one is made, to be handed over.</param>
public sealed record FirstAdministrator(string Email, string Name, bool ByMail = false);

/// <param name="Password">Known to nobody else; null: invited by mail.</param>
public sealed record FirstAccess(string? Password);

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

    public async Task<Result<FirstAccess>> BuildAsync(TenantDefinition tenant, IReadOnlyList<InstrumentDocument> instruments, FirstAdministrator administrator, Actor actor, CancellationToken ct)
    {
        var (space, _) = await FillAsync(tenant, instruments, TenantTrail.OperatorName, ct);
        var access = await scopes.RunAsync(space, services => AddAdministratorAsync(services, administrator));
        if (!access.Succeeded) return access;

        await register.HandleAsync(space.Id, space.Kind, space.Settings, actor, ct);
        return access;
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

    private static async Task<Result<FirstAccess>> AddAdministratorAsync(IServiceProvider services, FirstAdministrator administrator)
    {
        services.GetRequiredService<ActorContext>().Set(Actor.Program(TenantTrail.OperatorName));
        var password = RandomNumberGenerator.GetString(Letters, PasswordLength);
        var accounts = services.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByEmailAsync(administrator.Email) is { } left)
        {
            // A run that was cut off: its invitation goes out with the tenant's first work, its password nobody saw.
            if (administrator.ByMail && left.PasswordHash is null) return new FirstAccess(null);
            await accounts.RemovePasswordAsync(left);
            await accounts.AddPasswordAsync(left, password);
            return new FirstAccess(password);
        }

        if (administrator.ByMail)
        {
            var invited = await services.GetRequiredService<InviteAccount>().HandleAsync(new(administrator.Email, administrator.Name, [Roles.Administrator], Agency: null, Language: null, Id: null));
            return invited.Succeeded ? new FirstAccess(null) : Result<FirstAccess>.From(invited);
        }

        var created = await services.GetRequiredService<CreateAccount>().HandleAsync(new(administrator.Email, administrator.Name, password, Roles.Administrator, AgencyId: null));
        return created.Succeeded ? new FirstAccess(password) : Result<FirstAccess>.From(created);
    }
}
