using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Mail;
using DgccAssess.Web.Shared;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Accounts;

public static class StateTags
{
    public static StatusTag Tag(this AccountState state, IStringLocalizer<AccountsWords> words) => new(words["State." + state], state switch
    {
        AccountState.Active => StatusKind.Ok,
        AccountState.Invited => StatusKind.Info,
        _ => StatusKind.Quiet,
    });

    public static StatusTag Tag(this InvitationState state, IStringLocalizer<AccountsWords> words) => new(words["Invitation." + state], state switch
    {
        InvitationState.Accepted => StatusKind.Ok,
        InvitationState.Open => StatusKind.Info,
        _ => StatusKind.Warn,
    });

    public static StatusTag Tag(this MailState state, IStringLocalizer<AccountsWords> words) => new(words["Mail." + state], state switch
    {
        MailState.Sent => StatusKind.Ok,
        MailState.Failed => StatusKind.Bad,
        _ => StatusKind.Quiet,
    });
}
