using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Awards.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Awards.Objections;

/// <summary>An agency's objection to a revealed list, and the office's answer.</summary>
public sealed class AwardObjection : IVersioned, IAudited
{
    private AwardObjection() { }

    /// <summary>Made with the form, so that a repeated post files nothing twice.</summary>
    public required Guid Id { get; init; }

    public required Guid AwardRoundId { get; init; }
    public required Guid AgencyId { get; init; }
    public required string Reason { get; init; }
    public required string FiledByName { get; init; }
    public required DateTime FiledAt { get; init; }
    public string? Answer { get; private set; }

    /// <summary>Null while it is open.</summary>
    public bool? IsUpheld { get; private set; }

    public string? AnsweredByName { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public int Version { get; private set; } = 1;

    public static AwardObjection Create(Guid id, Guid awardRoundId, Guid agencyId, string reason, string byName, DateTime nowUtc) =>
        new() { Id = id, AwardRoundId = awardRoundId, AgencyId = agencyId, Reason = reason, FiledByName = byName, FiledAt = nowUtc };

    public void Settle(bool isUpheld, string answer, string byName, DateTime nowUtc) => (IsUpheld, Answer, AnsweredByName, AnsweredAt) = (isUpheld, answer, byName, nowUtc);
}

internal sealed class AwardObjectionConfiguration : IEntityTypeConfiguration<AwardObjection>
{
    public void Configure(EntityTypeBuilder<AwardObjection> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Reason).HasMaxLength(FileAwardObjection.TextLength);
        builder.Property(o => o.FiledByName).HasMaxLength(200);
        builder.Property(o => o.Answer).HasMaxLength(FileAwardObjection.TextLength);
        builder.Property(o => o.AnsweredByName).HasMaxLength(200);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => new { o.AwardRoundId, o.AgencyId }).HasDatabaseName("IX_AwardObjections_Round_Agency");
        builder.HasOne<AwardRound>().WithMany().HasForeignKey(o => o.AwardRoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(o => o.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
