using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>One giving of an award: declared rules over the published results of a diagnosis round.</summary>
public sealed class AwardRound : IVersioned, IAudited
{
    private AwardRound() { }

    public required Guid Id { get; init; }

    /// <summary>What addresses say.</summary>
    public required string Code { get; init; }

    public required Guid RoundId { get; init; }

    /// <summary>Increases are measured from its results; null: there is none.</summary>
    public required Guid? PreviousRoundId { get; init; }

    /// <summary>The rules stay those of the opening, whatever is declared later.</summary>
    public required Guid AwardVersionId { get; init; }

    public required bool HasJury { get; init; }
    public AwardStage Stage { get; private set; }
    public required DateTime StageAt { get; set; }
    public DateTime? NominationsDueAt { get; private set; }

    /// <summary>When all scores were in and opened at once.</summary>
    public DateTime? UnsealedAt { get; private set; }

    /// <summary>The list is public from then on; null while nobody said when.</summary>
    public DateTime? RevealAt { get; private set; }

    /// <summary>Days after the reveal in which agencies may object.</summary>
    public int ObjectionDays { get; private set; }

    public int Version { get; private set; } = 1;

    public DateTime? ObjectionsDueAt => RevealAt?.AddDays(ObjectionDays);

    public static AwardRound Create(Guid id, string code, Guid roundId, Guid? previousRoundId, Guid awardVersionId, bool hasJury, DateTime nowUtc) => new()
    {
        Id = id, Code = code, RoundId = roundId, PreviousRoundId = previousRoundId, AwardVersionId = awardVersionId, HasJury = hasJury, StageAt = nowUtc,
    };

    /// <summary>The stage at an instant: a sealed list whose time has come is revealed without anybody's doing.</summary>
    public AwardStage StageOn(DateTime nowUtc) => Stage is AwardStage.Sealed && RevealAt <= nowUtc ? AwardStage.Revealed : Stage;

    public Result Begin(DateTime? nominationsDueAt, DateTime nowUtc)
    {
        if (Stage is not AwardStage.Draft) return Wrong();
        NominationsDueAt = HasJury ? nominationsDueAt : null;
        return Enter(HasJury ? AwardStage.Nominations : AwardStage.Deciding, nowUtc);
    }

    public Result OpenJury(DateTime nowUtc) => Stage is AwardStage.Nominations ? Enter(AwardStage.Jury, nowUtc) : Wrong();

    public Result Unseal(DateTime nowUtc)
    {
        if (Stage is not AwardStage.Jury || UnsealedAt is not null) return Wrong();
        UnsealedAt = nowUtc;
        return Result.Ok;
    }

    public Result Decide(DateTime nowUtc) => Stage is AwardStage.Jury && UnsealedAt is not null ? Enter(AwardStage.Deciding, nowUtc) : Wrong();

    public Result Seal(DateTime? revealAt, int objectionDays, DateTime nowUtc)
    {
        if (Stage is not AwardStage.Deciding) return Wrong();
        (RevealAt, ObjectionDays) = (revealAt, objectionDays);
        return Enter(AwardStage.Sealed, nowUtc);
    }

    /// <summary>Back to the decision while nothing is public.</summary>
    public Result Reopen(DateTime nowUtc)
    {
        if (StageOn(nowUtc) is not AwardStage.Sealed) return Wrong();
        RevealAt = null;
        return Enter(AwardStage.Deciding, nowUtc);
    }

    public Result Reveal(DateTime? at, DateTime nowUtc)
    {
        if (StageOn(nowUtc) is not AwardStage.Sealed) return Wrong();
        RevealAt = at ?? nowUtc;
        return at is null ? Enter(AwardStage.Revealed, nowUtc) : Result.Ok;
    }

    public Result Close(DateTime nowUtc) => StageOn(nowUtc) is AwardStage.Revealed ? Enter(AwardStage.Closed, nowUtc) : Wrong();

    private Result Enter(AwardStage stage, DateTime nowUtc)
    {
        (Stage, StageAt) = (stage, nowUtc);
        return Result.Ok;
    }

    private static Result Wrong() => Result.Conflict(AwardRoundMessages.WrongStage);
}

internal sealed class AwardRoundConfiguration : IEntityTypeConfiguration<AwardRound>
{
    public void Configure(EntityTypeBuilder<AwardRound> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Code).HasMaxLength(32);
        builder.Property(r => r.Stage).HasConversion<string>().HasMaxLength(16);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.ObjectionsDueAt);
        builder.HasIndex(r => r.Code).IsUnique().HasDatabaseName("UX_AwardRounds_Code");
        builder.HasOne<Round>().WithMany().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Round>().WithMany().HasForeignKey(r => r.PreviousRoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AwardVersion>().WithMany().HasForeignKey(r => r.AwardVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}
