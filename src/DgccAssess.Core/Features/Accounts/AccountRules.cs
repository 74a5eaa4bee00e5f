using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Core.Features.Accounts;

/// <summary>Sign-in rules of a space: length instead of composition (NIST SP 800-63B section 3.1.1.2), lockout after repeated failures.</summary>
public static class AccountRules
{
    /// <summary>Shortest password, in characters.</summary>
    public const int PasswordLength = 12;

    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(10);

    public static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;
        // Asks OpenAccounts.
        options.SignIn.RequireConfirmedAccount = true;
        options.Password = new PasswordOptions
        {
            RequiredLength = PasswordLength,
            RequiredUniqueChars = 4,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = Lockout;
    }
}
