using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.Awards.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Awards.Judging;

/// <summary>Jurors who score the nominations of some agency groups.</summary>
public sealed class JuryPanel : IVersioned, IAudited
{
    private JuryPanel() { }

    public required Guid Id { get; init; }
    public required Guid AwardRoundId { get; init; }
    public required string Name { get; set; }

    /// <summary>Codes of agency groups; empty for all.</summary>
    public required IReadOnlyList<string> Groups { get; set; }

    public int Version { get; private set; } = 1;

    public static JuryPanel Create(Guid id, Guid awardRoundId, string name, IReadOnlyList<string> groups) => new() { Id = id, AwardRoundId = awardRoundId, Name = name, Groups = groups };

    public bool Covers(string group) => Groups.Count == 0 || Groups.Contains(group);
}

/// <summary>A juror's place in a panel; one for each award round.</summary>
public sealed class JuryMember : IAudited
{
    public required Guid AwardRoundId { get; init; }
    public required Guid JurorId { get; init; }
    public required Guid PanelId { get; set; }
}

internal sealed class JuryPanelConfiguration : IEntityTypeConfiguration<JuryPanel>
{
    public void Configure(EntityTypeBuilder<JuryPanel> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(SetPanel.NameLength);
        builder.Property(p => p.Groups).IsJsonList().HasMaxLength(2000);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.AwardRoundId).HasDatabaseName("IX_JuryPanels_Round");
        builder.HasOne<AwardRound>().WithMany().HasForeignKey(p => p.AwardRoundId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JuryMemberConfiguration : IEntityTypeConfiguration<JuryMember>
{
    public void Configure(EntityTypeBuilder<JuryMember> builder)
    {
        builder.HasKey(m => new { m.AwardRoundId, m.JurorId });
        builder.HasIndex(m => m.JurorId).HasDatabaseName("IX_JuryMembers_Juror");
        builder.HasOne<AwardRound>().WithMany().HasForeignKey(m => m.AwardRoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<JuryPanel>().WithMany().HasForeignKey(m => m.PanelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.JurorId).OnDelete(DeleteBehavior.Restrict);
    }
}
