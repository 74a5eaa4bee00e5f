using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Papers;

public enum PaperKind
{
    AgencyReport,
    NationalReport,
    Certificate,

    /// <summary>Minutes of the self-assessment (berita acara).</summary>
    Minutes,

    /// <summary>Publication consent, to be signed.</summary>
    Consent,

    InterviewMinutes,
    JuryRecord,
}

/// <summary>A paper in the register: one number for all its languages and kinds of file (src/decisions/0021-papers-and-register.md).</summary>
public sealed class IssuedPaper : IImmutable, IAudited
{
    public required Guid Id { get; init; }

    /// <summary>As printed; see <see cref="PaperNumber"/>.</summary>
    public required string Number { get; init; }

    public required int Year { get; init; }

    /// <summary>1, 2, 3, ... within the year.</summary>
    public required int Sequence { get; init; }

    public required PaperKind Kind { get; init; }

    /// <summary>What it is about, as addresses say it: rounds/2026/agencies/kemenkeu.</summary>
    public required string Subject { get; init; }

    /// <summary>SHA-256 of the document it was made from: a snapshot, a sealed list.</summary>
    public required string SourceHash { get; init; }

    /// <summary>Where its page is, as printed and in its QR code; null: the installation did not know its address.</summary>
    public string? Address { get; init; }

    /// <summary>The template all its files are set with, so that it looks the same however often it is printed; null: the look every paper has by itself.</summary>
    public Guid? TemplateId { get; init; }

    public required DateTime IssuedAt { get; init; }
    public required Guid IssuedById { get; init; }
    public required string IssuedByName { get; init; }

    /// <summary>As papers print it.</summary>
    public ReportRegister OnPaper() => new(Number, Address, Address is { } address ? QrPicture.Of(address) : null);
}

internal sealed class IssuedPaperConfiguration : IEntityTypeConfiguration<IssuedPaper>
{
    public void Configure(EntityTypeBuilder<IssuedPaper> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Number).HasMaxLength(PaperNumber.MaxLength);
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(32);
        builder.Property(p => p.Subject).HasMaxLength(200);
        builder.Property(p => p.SourceHash).HasMaxLength(64);
        builder.Property(p => p.Address).HasMaxLength(400);
        builder.Property(p => p.IssuedByName).HasMaxLength(200);
        builder.HasIndex(p => p.Number).IsUnique().HasDatabaseName("UX_IssuedPapers_Number");
        builder.HasIndex(p => new { p.Year, p.Sequence }).IsUnique().HasDatabaseName("UX_IssuedPapers_Year_Sequence");
        builder.HasIndex(p => new { p.Subject, p.Kind, p.SourceHash }).IsUnique().HasDatabaseName("UX_IssuedPapers_Subject_Kind_Source");
        builder.HasIndex(p => p.TemplateId).HasDatabaseName("IX_IssuedPapers_Template");
        builder.HasOne<PaperTemplate>().WithMany().HasForeignKey(p => p.TemplateId).OnDelete(DeleteBehavior.Restrict);
    }
}
