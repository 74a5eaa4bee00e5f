using DgccAssess.Core.Features.Federation;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Accounts;

public static class AccountsServices
{
    public static IServiceCollection AddAccountRules(this IServiceCollection services) => services
        .AddSingleton<RightsCache>()
        .AddScoped<FindRights>()
        .AddScoped<CreateAccount>()
        .AddScoped<SeedRoles>()
        .AddScoped<AccountDetails>()
        .AddScoped<LastAdministrator>()
        .AddScoped<ListAccounts>()
        .AddScoped<InviteAccount>()
        .AddScoped<ManageInvitation>()
        .AddScoped<AcceptInvitation>()
        .AddScoped<SetPassword>().AddScoped<ChangePassword>()
        .AddScoped<RequestPasswordReset>()
        .AddScoped<ResetPassword>()
        .AddScoped<ChangeAccount>()
        .AddScoped<ManageRoles>()
        .AddScoped<HandOverRights>()
        .AddScoped<AdmitOfficial>()
        .AddScoped<IUserConfirmation<Account>, OpenAccounts>()
        .AddJob<MailPasswordReset, MailPasswordReset.Args>()
        .AddMailLink<InvitationMail>(MailTemplate.Invitation, (link, mail, ct) => link.PathAsync(mail, ct))
        .AddMailLink<MailPasswordReset>(MailTemplate.PasswordReset, (link, mail, ct) => link.PathAsync(mail, ct))
        .AddMailLink<ChangeEmail>(MailTemplate.ConfirmEmail, (link, mail, ct) => link.PathAsync(mail, ct));
}

/// <summary>Whoever's account is deactivated can't sign in, by whatever way.</summary>
internal sealed class OpenAccounts : IUserConfirmation<Account>
{
    public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) => Task.FromResult(user.DeactivatedAt is null);
}
