using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Accounts;

/// <summary>A person who can sign in to one space.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }

    /// <summary>The agency the person works for; null for assessors, organizers and administrators.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>Preferred language (BCP 47), where the person chose one.</summary>
    public string? Language { get; set; }

    /// <summary>Since when codes of an authenticator app are asked for; null: none is set up.</summary>
    public DateTime? AuthenticatorSince { get; set; }

    /// <summary>Since when the account is closed to its owner; null: open.</summary>
    public DateTime? DeactivatedAt { get; set; }

    /// <summary>Counts changes of what an administrator decides; sign-ins and second factors leave it alone.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Time step of the last code accepted: none is good twice.</summary>
    public long? LastCodeStep { get; set; }

    public void CountVersion() => Version++;
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(a => a.DisplayName).HasMaxLength(200);
        builder.Property(a => a.Language).HasMaxLength(16);
        builder.Property(a => a.PhoneNumber).HasMaxLength(32);
        builder.Property(a => a.PasswordHash).HasMaxLength(400);
        builder.Property(a => a.SecurityStamp).HasMaxLength(64);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.DisplayName).HasDatabaseName("IX_Accounts_DisplayName");
        builder.HasIndex(a => a.AgencyId).HasDatabaseName("IX_Accounts_AgencyId");
    }
}
