using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.Demonstration;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Demo;

/// <summary>The demonstration's accounts, and work done as one of them.</summary>
internal sealed class DemoPeople(SpaceScopes scopes, SpaceInfo space)
{
    /// <summary>True when the account is new.</summary>
    public Task<bool> EnsureAsync(DemoAccount person, CancellationToken ct) => scopes.RunAsync(space, async services =>
    {
        var db = services.GetRequiredService<SpaceDbContext>();
        if (await db.Users.AnyAsync(u => u.Email == person.Email, ct)) return false;

        services.GetRequiredService<ActorContext>().Set(Actor.Program("dgcc demo"));
        Guid? agencyId = person.Agency is null
            ? null
            : await services.GetRequiredService<TenantDbContext>().Agencies.Where(a => a.Code == person.Agency).Select(a => a.Id).SingleAsync(ct);
        Succeed(await services.GetRequiredService<CreateAccount>().HandleAsync(new(person.Email, person.Name, DemoFile.Password, person.Role, agencyId)));
        return true;
    });

    /// <summary>Those of the demonstration's accounts who may review, created where they are missing.</summary>
    public async Task<IReadOnlyList<NationAssessor>> AssessorsAsync(DemoFile demo, CancellationToken ct)
    {
        var assessors = demo.Accounts.Where(a => a.Role == Roles.Assessor).ToList();
        foreach (var assessor in assessors) await EnsureAsync(assessor, ct);
        var emails = assessors.ConvertAll(a => a.Email);
        return await scopes.RunAsync(space, async services => await services.GetRequiredService<SpaceDbContext>().Users
            .Where(u => emails.Contains(u.Email!)).OrderBy(u => u.Email).Select(u => new NationAssessor(u.Id, u.DisplayName)).ToListAsync(ct));
    }

    /// <summary>Works as the person does when signed in: same identity, same permissions.</summary>
    public Task<T> AsAsync<T>(DemoAccount person, Func<IServiceProvider, Task<T>> work, CancellationToken ct) => scopes.RunAsync(space, async services =>
    {
        var db = services.GetRequiredService<SpaceDbContext>();
        var account = await db.Users.AsNoTracking().SingleAsync(u => u.Email == person.Email, ct);
        var permissions = await (from member in db.UserRoles
                                 join claim in db.RoleClaims on member.RoleId equals claim.RoleId
                                 where member.UserId == account.Id && claim.ClaimType == SpaceClaims.Permission
                                 select claim.ClaimValue).ToListAsync(ct);
        services.GetRequiredService<ActorContext>().Set(new Actor(account.Id, account.DisplayName, account.AgencyId, permissions.OfType<string>().ToHashSet(StringComparer.Ordinal)));
        return await work(services);
    });

    /// <summary>A refusal here is a fault of the demonstration, not of anybody's input.</summary>
    public static void Succeed(Result result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"{result.Kind}: {string.Join("; ", result.Problems.Select(p => $"{p.Field} {p.Message} {string.Join(", ", p.Arguments)}"))}");
        }
    }
}
