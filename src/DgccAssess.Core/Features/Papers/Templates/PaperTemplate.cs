using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Papers.Templates;

/// <summary>One version of what a space says of a kind of paper. It never changes: papers name the version they were set with. The highest number is in force.</summary>
public sealed class PaperTemplate : IImmutable, IAudited
{
    public required Guid Id { get; init; }
    public required TemplateKind Kind { get; init; }

    /// <summary>1, 2, 3, ... within the kind.</summary>
    public required int Number { get; init; }

    /// <summary>JSON of <see cref="TemplateContent"/>; null: the look every paper has by itself.</summary>
    public string? Document { get; init; }

    public string? LogoType { get; init; }
    public byte[]? Logo { get; init; }

    /// <summary>Of the picture, lower-case hex.</summary>
    public string? LogoSha256 { get; init; }

    public required DateTime SavedAt { get; init; }
    public required string SavedByName { get; init; }

    public TemplateContent? Content() => Document is null ? null : TemplateContent.FromJson(Document);

    public TemplateLogo? Picture() => Logo is null ? null : new(LogoType!, Logo);
}

internal sealed class PaperTemplateConfiguration : IEntityTypeConfiguration<PaperTemplate>
{
    public void Configure(EntityTypeBuilder<PaperTemplate> builder)
    {
        builder.ToTable("PaperTemplates");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Kind).HasConversion<string>().HasMaxLength(32);
        builder.Property(t => t.LogoType).HasMaxLength(32);
        builder.Property(t => t.LogoSha256).HasMaxLength(64);
        builder.Property(t => t.SavedByName).HasMaxLength(200);
        builder.HasIndex(t => new { t.Kind, t.Number }).IsUnique().HasDatabaseName("UX_PaperTemplates_Kind_Number");
    }
}
