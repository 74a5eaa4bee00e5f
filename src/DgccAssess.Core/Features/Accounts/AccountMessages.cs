namespace DgccAssess.Core.Features.Accounts;

/// <summary>Message keys; their words are in the web's AccountsWords.</summary>
public static class AccountMessages
{
    public const string EmailInvalid = "Accounts.InvalidEmail";
    public const string EmailTaken = "Accounts.DuplicateEmail";
    public const string NameMissing = "Accounts.NameMissing";
    public const string NameTooLong = "Accounts.NameTooLong";
    public const string RoleUnknown = "Accounts.RoleUnknown";
    public const string RolesMissing = "Accounts.RolesMissing";
    public const string AgencyUnknown = "Accounts.AgencyUnknown";
    public const string AgencyNeeded = "Accounts.AgencyNeeded";
    public const string LanguageUnknown = "Accounts.LanguageUnknown";
    public const string InvitationAccepted = "Accounts.InvitationAccepted";
    public const string LinkOver = "Accounts.LinkOver";
    public const string LastAdministrator = "Accounts.LastAdministrator";
    public const string NotInvited = "Accounts.NotInvited";
    public const string SameEmail = "Accounts.SameEmail";
}
