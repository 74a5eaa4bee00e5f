using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Awards.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Awards.Nominations;

/// <summary>An agency's own word to the jury; it counts in every category that asks jurors and that the agency may enter.</summary>
public sealed class Nomination : IVersioned, IAudited
{
    private Nomination() { }

    public required Guid Id { get; init; }
    public required Guid AwardRoundId { get; init; }
    public required Guid AgencyId { get; init; }
    public required string Statement { get; set; }
    public required string SavedByName { get; set; }
    public required DateTime SavedAt { get; set; }
    public DateTime? WithdrawnAt { get; private set; }
    public int Version { get; private set; } = 1;

    public static Nomination Create(Guid id, Guid awardRoundId, Guid agencyId, string statement, string byName, DateTime nowUtc) =>
        new() { Id = id, AwardRoundId = awardRoundId, AgencyId = agencyId, Statement = statement, SavedByName = byName, SavedAt = nowUtc };

    /// <summary>Saved again it stands again, where it was withdrawn.</summary>
    public void Save(string statement, string byName, DateTime nowUtc) => (Statement, SavedByName, SavedAt, WithdrawnAt) = (statement, byName, nowUtc, null);

    public void Withdraw(string byName, DateTime nowUtc) => (SavedByName, SavedAt, WithdrawnAt) = (byName, nowUtc, nowUtc);
}

internal sealed class NominationConfiguration : IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Nomination> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Statement).HasMaxLength(SaveNomination.StatementLength);
        builder.Property(n => n.SavedByName).HasMaxLength(200);
        builder.Property(n => n.Version).IsConcurrencyToken();
        builder.HasIndex(n => new { n.AwardRoundId, n.AgencyId }).IsUnique().HasDatabaseName("UX_Nominations_Round_Agency");
        builder.HasOne<AwardRound>().WithMany().HasForeignKey(n => n.AwardRoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(n => n.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
