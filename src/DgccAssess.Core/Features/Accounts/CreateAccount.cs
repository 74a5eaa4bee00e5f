using System.ComponentModel.DataAnnotations;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Core.Features.Accounts;

public sealed record CreateAccountCommand(string Email, string DisplayName, string Password, string Role, Guid? AgencyId, string? Language = null) : ICreation;

public sealed record AccountCreated(Guid AccountId, [property: Personal] string Email, string Role) : AuditFact($"accounts/{AccountId}");

/// <summary>Adds a person to the space with one role. An existing address is refused.</summary>
public sealed class CreateAccount(UserManager<Account> accounts, SpaceDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result<Account>> HandleAsync(CreateAccountCommand command)
    {
        if (!new EmailAddressAttribute().IsValid(command.Email)) return Result<Account>.From(Result.Invalid(nameof(command.Email), AccountMessages.EmailInvalid));
        if (!Roles.ExistsIn(db.Space.Kind, command.Role)) return Result<Account>.From(Result.Invalid(nameof(command.Role), AccountMessages.RoleUnknown, command.Role));

        var account = new Account
        {
            Id = clock.NewId(),
            UserName = command.Email,
            Email = command.Email,
            EmailConfirmed = true,
            DisplayName = command.DisplayName,
            AgencyId = command.AgencyId,
            Language = command.Language,
        };
        audit.Record(new AccountCreated(account.Id, command.Email, command.Role));
        var created = await accounts.CreateAsync(account, command.Password);
        if (!created.Succeeded)
        {
            db.ChangeTracker.Clear();
            return Result<Account>.From(Result.Invalid([.. created.Errors.Select(e => new Problem(nameof(command.Password), "Accounts." + e.Code))]));
        }

        audit.Record(new RoleGranted(account.Id, command.Role));
        await accounts.AddToRoleAsync(account, command.Role);
        return account;
    }
}

public sealed record RoleGranted(Guid AccountId, string Role) : AuditFact($"accounts/{AccountId}");
