using DgccAssess.Core.Data;
using DgccAssess.Scoring.Awards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>Where people depart from the ranking, and why. It stays when it is taken back.</summary>
public sealed class AwardDeparture : IVersioned, IAudited
{
    private AwardDeparture() { }

    /// <summary>Made with the form, so that a repeated post adds nothing.</summary>
    public required Guid Id { get; init; }

    public required Guid AwardRoundId { get; init; }
    public required string Category { get; init; }
    public required string Agency { get; init; }
    public required DepartureKind Kind { get; init; }
    public required string? Level { get; init; }
    public required string Reason { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }
    public DateTime? TakenBackAt { get; private set; }
    public int Version { get; private set; } = 1;

    public static AwardDeparture Create(Guid id, Guid awardRoundId, Departure departure, string reason, string byName, DateTime nowUtc) => new()
    {
        Id = id, AwardRoundId = awardRoundId, Category = departure.Category, Agency = departure.Candidate, Kind = departure.Kind, Level = departure.Level,
        Reason = reason, ByName = byName, At = nowUtc,
    };

    public Departure ToDeparture() => new(Category, Agency, Kind, Level);

    public void TakeBack(DateTime nowUtc) => TakenBackAt = nowUtc;
}

internal sealed class AwardDepartureConfiguration : IEntityTypeConfiguration<AwardDeparture>
{
    public void Configure(EntityTypeBuilder<AwardDeparture> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Category).HasMaxLength(32);
        builder.Property(d => d.Agency).HasMaxLength(64);
        builder.Property(d => d.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(d => d.Level).HasMaxLength(32);
        builder.Property(d => d.Reason).HasMaxLength(2000);
        builder.Property(d => d.ByName).HasMaxLength(200);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => new { d.AwardRoundId, d.Category }).HasDatabaseName("IX_AwardDepartures_Round_Category");
        builder.HasOne<AwardRound>().WithMany().HasForeignKey(d => d.AwardRoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
