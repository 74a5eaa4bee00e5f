using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>A project of a center, as programme staff keep it.</summary>
public sealed class CooperationProject : IVersioned, IAudited
{
    private CooperationProject() { }

    public required Guid Id { get; init; }
    public required Guid CenterId { get; init; }

    /// <summary>Stands in addresses; never changes.</summary>
    public required string Code { get; init; }

    public LocalizedText Names { get; private set; } = LocalizedText.Of();
    public ProjectKind Kind { get; private set; }
    public ProjectStatus Status { get; private set; }
    public PartialDate? Starts { get; private set; }
    public PartialDate? Ends { get; private set; }
    public string KoreanOwner { get; private set; } = "";
    public string PartnerOwner { get; private set; } = "";

    /// <summary>Code of the project it goes on from.</summary>
    public string? Follows { get; private set; }

    public string Note { get; private set; } = "";

    /// <summary>Where the facts come from.</summary>
    public string Source { get; private set; } = "";

    public string SavedByName { get; private set; } = "";
    public DateTime SavedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public ProjectContent Content => new(Names, Kind, Status, Starts, Ends, KoreanOwner, PartnerOwner, Follows, Note, Source);

    public static CooperationProject Create(Guid id, Guid centerId, string code, ProjectContent content, string byName, DateTime nowUtc)
    {
        var project = new CooperationProject { Id = id, CenterId = centerId, Code = code };
        project.Save(content, byName, nowUtc);
        return project;
    }

    public void Save(ProjectContent content, string byName, DateTime nowUtc)
    {
        (Names, Kind, Status, Starts, Ends, KoreanOwner, PartnerOwner, Follows, Note, Source) = content;
        (SavedByName, SavedAt) = (byName, nowUtc);
    }
}

/// <summary>What people change of a project.</summary>
public sealed record ProjectContent(
    LocalizedText Names, ProjectKind Kind, ProjectStatus Status, PartialDate? Starts, PartialDate? Ends, string KoreanOwner, string PartnerOwner, string? Follows, string Note, string Source);

internal sealed class CooperationProjectConfiguration : IEntityTypeConfiguration<CooperationProject>
{
    public void Configure(EntityTypeBuilder<CooperationProject> builder)
    {
        builder.ToTable("CooperationProjects");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(CooperationRules.CodeLength);
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(p => p.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(p => p.Starts).HasConversion(d => d!.Value.ToString(), t => PartialDate.Parse(t)).HasMaxLength(PartialDate.Length);
        builder.Property(p => p.Ends).HasConversion(d => d!.Value.ToString(), t => PartialDate.Parse(t)).HasMaxLength(PartialDate.Length);
        builder.Property(p => p.KoreanOwner).HasMaxLength(CooperationRules.OwnerLength);
        builder.Property(p => p.PartnerOwner).HasMaxLength(CooperationRules.OwnerLength);
        builder.Property(p => p.Follows).HasMaxLength(CooperationRules.CodeLength);
        builder.Property(p => p.Note).HasMaxLength(CooperationRules.NoteLength);
        builder.Property(p => p.Source).HasMaxLength(CooperationRules.SourceLength);
        builder.Property(p => p.SavedByName).HasMaxLength(200);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Content);
        builder.HasAlternateKey(p => p.Code).HasName("AK_CooperationProjects_Code");
        builder.HasIndex(p => p.CenterId).HasDatabaseName("IX_CooperationProjects_Center");
        builder.HasIndex(p => p.Follows).HasDatabaseName("IX_CooperationProjects_Follows");
        builder.HasOne<CooperationCenter>().WithMany().HasForeignKey(p => p.CenterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CooperationProject>().WithMany().HasForeignKey(p => p.Follows).HasPrincipalKey(p => p.Code).OnDelete(DeleteBehavior.Restrict);
    }
}
