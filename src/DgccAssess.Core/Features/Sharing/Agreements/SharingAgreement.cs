using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Sharing.Agreements;

public enum AgreementState
{
    /// <summary>Can be changed and looked at; nothing is shared by it.</summary>
    Draft,

    /// <summary>Signed: it decides from its first day to its last.</summary>
    Concluded,

    /// <summary>Taken back by the government; what was shared by it is gone from the hub.</summary>
    Revoked,

    /// <summary>A later one took its place.</summary>
    Replaced,
}

/// <summary>What a government agreed to share of one round: signed, with a beginning and an end, revocable at once.</summary>
public sealed class SharingAgreement : IVersioned, IAudited
{
    private SharingAgreement() { }

    /// <summary>Made with the form, so that a repeated post drafts nothing twice.</summary>
    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    /// <summary>1, 2, ... in the space: what people call it.</summary>
    public required int Number { get; init; }

    public SharingLevel Level { get; private set; }
    public string Purpose { get; private set; } = "";

    /// <summary>First day, in the space's time zone.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly EndsOn { get; private set; }

    public AgreementState State { get; private set; }
    public required string DraftedByName { get; init; }
    public required DateTime DraftedAt { get; init; }

    /// <summary>Name and office as they stand on the document.</summary>
    public string? Signer { get; private set; }

    /// <summary>Who signed here, signed in anew for it.</summary>
    public string? SignedByName { get; private set; }

    public DateTime? SignedAt { get; private set; }

    /// <summary>SHA-256 of the payload that was looked at before signing.</summary>
    public string? PreviewHash { get; private set; }

    public string? EndedByName { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public string? EndReason { get; private set; }
    public int Version { get; private set; } = 1;

    public static SharingAgreement Create(Guid id, Guid roundId, int number, AgreementTerms terms, string byName, DateTime nowUtc)
    {
        var agreement = new SharingAgreement { Id = id, RoundId = roundId, Number = number, DraftedByName = byName, DraftedAt = nowUtc };
        agreement.Take(terms);
        return agreement;
    }

    /// <summary>Whether it decides on a day what is shared.</summary>
    public bool HoldsOn(DateOnly day) => State is AgreementState.Concluded && StartsOn <= day && day <= EndsOn;

    public Result Change(AgreementTerms terms)
    {
        if (State is not AgreementState.Draft) return Result.Conflict(SharingMessages.NotDraft);
        Take(terms);
        return Result.Ok;
    }

    public Result Sign(string signer, string previewHash, string byName, DateTime nowUtc)
    {
        if (State is not AgreementState.Draft) return Result.Conflict(SharingMessages.NotDraft);
        (State, Signer, PreviewHash, SignedByName, SignedAt) = (AgreementState.Concluded, signer, previewHash, byName, nowUtc);
        return Result.Ok;
    }

    public Result Revoke(string reason, string byName, DateTime nowUtc) => End(AgreementState.Revoked, reason, byName, nowUtc);

    public Result Replace(string byName, DateTime nowUtc) => End(AgreementState.Replaced, reason: null, byName, nowUtc);

    private Result End(AgreementState state, string? reason, string byName, DateTime nowUtc)
    {
        if (State is not AgreementState.Concluded) return Result.Conflict(SharingMessages.NotSigned);
        (State, EndReason, EndedByName, EndedAt) = (state, reason, byName, nowUtc);
        return Result.Ok;
    }

    private void Take(AgreementTerms terms) => (Level, Purpose, StartsOn, EndsOn) = (terms.Level, terms.Purpose, terms.StartsOn, terms.EndsOn);
}

/// <param name="Level">What is shared.</param>
/// <param name="Purpose">What Korea may use it for.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
public sealed record AgreementTerms(SharingLevel Level, string Purpose, DateOnly StartsOn, DateOnly EndsOn);

internal sealed class SharingAgreementConfiguration : IEntityTypeConfiguration<SharingAgreement>
{
    public void Configure(EntityTypeBuilder<SharingAgreement> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Level).HasConversion<string>().HasMaxLength(16);
        builder.Property(a => a.Purpose).HasMaxLength(SharingRules.PurposeLength);
        builder.Property(a => a.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(a => a.DraftedByName).HasMaxLength(200);
        builder.Property(a => a.Signer).HasMaxLength(SharingRules.SignerLength);
        builder.Property(a => a.SignedByName).HasMaxLength(200);
        builder.Property(a => a.PreviewHash).HasMaxLength(64);
        builder.Property(a => a.EndedByName).HasMaxLength(200);
        builder.Property(a => a.EndReason).HasMaxLength(SharingRules.ReasonLength);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.Number).IsUnique().HasDatabaseName("UX_SharingAgreements_Number");
        builder.HasIndex(a => new { a.RoundId, a.State }).HasDatabaseName("IX_SharingAgreements_Round_State");
        builder.HasOne<Round>().WithMany().HasForeignKey(a => a.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
