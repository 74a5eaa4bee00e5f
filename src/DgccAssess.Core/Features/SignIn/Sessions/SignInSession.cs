using DgccAssess.Core.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.SignIn.Sessions;

/// <summary>One sign-in of one person at one device. The cookie holds its token, the database only the token's hash.</summary>
public sealed class SignInSession
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string TokenHash { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Written at most once a minute.</summary>
    public required DateTime LastSeenAt { get; set; }

    /// <summary>When the person last proved who they are.</summary>
    public required DateTime ConfirmedAt { get; set; }

    /// <summary>A second factor was given, at sign-in or when it was set up.</summary>
    public required bool SecondFactor { get; set; }

    /// <summary>Browser and system by name, without versions.</summary>
    public required string Agent { get; init; }

    public required string Address { get; init; }

    public DateTime? EndedAt { get; set; }
}

internal sealed class SignInSessionConfiguration : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("SignInSessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.TokenHash).HasMaxLength(64);
        builder.Property(s => s.Agent).HasMaxLength(64);
        builder.Property(s => s.Address).HasMaxLength(64);
        builder.HasIndex(s => s.TokenHash).IsUnique().HasDatabaseName("UX_SignInSessions_TokenHash");
        builder.HasIndex(s => new { s.AccountId, s.LastSeenAt }).HasDatabaseName("IX_SignInSessions_AccountId_LastSeenAt");
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
