namespace DgccAssess.Web.Features.Accounts;

/// <summary>Words of signing in and out.</summary>
public sealed class AccountsWords;
