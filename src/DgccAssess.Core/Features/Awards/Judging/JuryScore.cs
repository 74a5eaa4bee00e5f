using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Nominations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Awards.Judging;

/// <param name="Criterion">Its code.</param>
/// <param name="Points">Within the jury's range.</param>
public sealed record CriterionScore(string Criterion, decimal Points);

/// <summary>What one juror gives one nomination. Nobody else sees it until all scores are in.</summary>
public sealed class JuryScore : IVersioned, IAudited
{
    private JuryScore() { }

    public required Guid Id { get; init; }
    public required Guid NominationId { get; init; }
    public required Guid JurorId { get; init; }

    /// <summary>One for each criterion.</summary>
    public required IReadOnlyList<CriterionScore> Scores { get; set; }

    public required string Remark { get; set; }
    public required DateTime SavedAt { get; set; }
    public int Version { get; private set; } = 1;

    public static JuryScore Create(Guid id, Guid nominationId, Guid jurorId, IReadOnlyList<CriterionScore> scores, string remark, DateTime nowUtc) =>
        new() { Id = id, NominationId = nominationId, JurorId = jurorId, Scores = scores, Remark = remark, SavedAt = nowUtc };

    public void Save(IReadOnlyList<CriterionScore> scores, string remark, DateTime nowUtc) => (Scores, Remark, SavedAt) = (scores, remark, nowUtc);
}

/// <summary>A juror with an interest stands aside from a nomination.</summary>
public sealed class Recusal : IImmutable, IAudited
{
    public required Guid NominationId { get; init; }
    public required Guid JurorId { get; init; }
    public required string Reason { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>What was said of a nomination after the scores opened.</summary>
public sealed class JuryNote : IImmutable, IAudited
{
    public required Guid Id { get; init; }
    public required Guid NominationId { get; init; }
    public required string AuthorName { get; init; }
    public required string Text { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class JuryScoreConfiguration : IEntityTypeConfiguration<JuryScore>
{
    public void Configure(EntityTypeBuilder<JuryScore> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Scores).IsJsonList().HasMaxLength(8000);
        builder.Property(s => s.Remark).HasMaxLength(SaveScore.RemarkLength);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.NominationId, s.JurorId }).IsUnique().HasDatabaseName("UX_JuryScores_Nomination_Juror");
        builder.HasOne<Nomination>().WithMany().HasForeignKey(s => s.NominationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecusalConfiguration : IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Recusal> builder)
    {
        builder.HasKey(r => new { r.NominationId, r.JurorId });
        builder.Property(r => r.Reason).HasMaxLength(2000);
        builder.Property(r => r.ByName).HasMaxLength(200);
        builder.HasOne<Nomination>().WithMany().HasForeignKey(r => r.NominationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JuryNoteConfiguration : IEntityTypeConfiguration<JuryNote>
{
    public void Configure(EntityTypeBuilder<JuryNote> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.AuthorName).HasMaxLength(200);
        builder.Property(n => n.Text).HasMaxLength(AddJuryNote.TextLength);
        builder.HasIndex(n => n.NominationId).HasDatabaseName("IX_JuryNotes_Nomination");
        builder.HasOne<Nomination>().WithMany().HasForeignKey(n => n.NominationId).OnDelete(DeleteBehavior.Restrict);
    }
}
