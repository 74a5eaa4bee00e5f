using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Egdi;

/// <summary>An edition as somebody uploaded it. It is never changed; another upload of the same year is a further version, and the last one is used.</summary>
public sealed class EgdiVersion : IImmutable, IAudited
{
    public required Guid Id { get; init; }

    /// <summary>Year of the survey.</summary>
    public required int Year { get; init; }

    /// <summary>From 1 within the year.</summary>
    public required int Number { get; init; }

    /// <summary>The figures as <see cref="EgdiFile.Canonical"/> writes them.</summary>
    public required string Document { get; init; }

    /// <summary>Of the document, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where the file came from, in the words of whoever uploaded it.</summary>
    public required string Source { get; init; }

    /// <summary>The day the file was taken from there.</summary>
    public required DateOnly TakenOn { get; init; }

    public required DateTime UploadedAt { get; init; }
    public required string UploadedByName { get; init; }
}

internal sealed class EgdiVersionConfiguration : IEntityTypeConfiguration<EgdiVersion>
{
    public void Configure(EntityTypeBuilder<EgdiVersion> builder)
    {
        builder.ToTable("EgdiVersions");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Sha256).HasMaxLength(64);
        builder.Property(v => v.Source).HasMaxLength(KeepEgdi.SourceLength);
        builder.Property(v => v.UploadedByName).HasMaxLength(200);
        builder.HasIndex(v => new { v.Year, v.Number }).IsUnique().HasDatabaseName("UX_EgdiVersions_Year_Number");
    }
}
