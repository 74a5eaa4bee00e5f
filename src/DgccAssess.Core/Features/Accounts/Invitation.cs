using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Accounts;

public enum InvitationState
{
    Open,
    Expired,
    Accepted,
    Revoked,
}

/// <summary>Somebody was asked to join: their account exists, but opens nothing until they choose a password by the link in the mail.</summary>
public sealed class Invitation : IVersioned, IAudited
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private Invitation() { }

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid InvitedById { get; init; }
    public required string InvitedByName { get; init; }
    public DateTime ExpiresAt { get; private set; }

    /// <summary>Counts the links sent; only the last one is good.</summary>
    public int Issue { get; private set; }

    /// <summary>The last mail, for its delivery state.</summary>
    public Guid MailId { get; private set; }

    public DateTime? AcceptedAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>What makes a link good once: it fits the last issue of an open invitation.</summary>
    public string Stamp => $"{Issue}";

    public static Invitation Create(Guid id, Guid accountId, Guid invitedById, string invitedByName) =>
        new() { Id = id, AccountId = accountId, InvitedById = invitedById, InvitedByName = invitedByName };

    /// <summary>Sent, for the first time or again; earlier links are void.</summary>
    public Result Send(DateTime now, Func<Guid> queueMail)
    {
        if (AcceptedAt is not null) return Result.Conflict(AccountMessages.InvitationAccepted);
        (ExpiresAt, RevokedAt, Issue) = (now + Lifetime, null, Issue + 1);
        MailId = queueMail();
        return Result.Ok;
    }

    public Result Revoke(DateTime now)
    {
        if (AcceptedAt is not null) return Result.Conflict(AccountMessages.InvitationAccepted);
        RevokedAt ??= now;
        return Result.Ok;
    }

    public Result Accept(DateTime now)
    {
        if (StateAt(now) is not InvitationState.Open) return Result.Conflict(AccountMessages.LinkOver);
        AcceptedAt = now;
        return Result.Ok;
    }

    public InvitationState StateAt(DateTime now) =>
        AcceptedAt is not null ? InvitationState.Accepted
        : RevokedAt is not null ? InvitationState.Revoked
        : now >= ExpiresAt ? InvitationState.Expired
        : InvitationState.Open;
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.InvitedByName).HasMaxLength(200);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => i.AccountId).IsUnique().HasDatabaseName("UX_Invitations_AccountId");
        builder.HasOne<Account>().WithOne().HasForeignKey<Invitation>(i => i.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
