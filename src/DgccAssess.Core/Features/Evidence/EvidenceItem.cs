using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Evidence;

public enum EvidenceKind
{
    File,
    Link,
}

/// <summary>A file or a link that proves an answer. The bytes are outside the database and the web root, under their SHA-256.</summary>
public sealed class EvidenceItem : IVersioned, IAudited
{
    private EvidenceItem() { }

    /// <summary>Made with the form, so that a repeated upload adds nothing.</summary>
    public required Guid Id { get; init; }

    public required Guid AnswerId { get; init; }
    public required EvidenceKind Kind { get; init; }

    /// <summary>File name as given, or the title of a link.</summary>
    public required string Name { get; init; }

    /// <summary>Found from the content, not from what the browser said.</summary>
    public string? ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }

    public string? Sha256 { get; init; }
    public string? Url { get; init; }
    public required Guid AddedById { get; init; }
    public required string AddedByName { get; init; }
    public required DateTime AddedAt { get; init; }

    /// <summary>Set when it was taken away; what a snapshot refers to stays readable.</summary>
    public DateTime? RemovedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public static EvidenceItem File(Guid id, Guid answerId, string name, string contentType, long length, string sha256, Guid byId, string byName, DateTime nowUtc) => new()
    {
        Id = id, AnswerId = answerId, Kind = EvidenceKind.File, Name = name, ContentType = contentType, Length = length, Sha256 = sha256,
        AddedById = byId, AddedByName = byName, AddedAt = nowUtc,
    };

    public static EvidenceItem Link(Guid id, Guid answerId, string title, string url, Guid byId, string byName, DateTime nowUtc) => new()
    {
        Id = id, AnswerId = answerId, Kind = EvidenceKind.Link, Name = title, Url = url, AddedById = byId, AddedByName = byName, AddedAt = nowUtc,
    };

    public void Remove(DateTime nowUtc) => RemovedAt = nowUtc;
}

internal sealed class EvidenceItemConfiguration : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> builder)
    {
        builder.ToTable("Evidence");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(8);
        builder.Property(e => e.Name).HasMaxLength(260);
        builder.Property(e => e.ContentType).HasMaxLength(100);
        builder.Property(e => e.Sha256).HasMaxLength(64);
        builder.Property(e => e.Url).HasMaxLength(2000);
        builder.Property(e => e.AddedByName).HasMaxLength(200);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => new { e.AnswerId, e.AddedAt }).HasDatabaseName("IX_Evidence_Answer_AddedAt");
        builder.HasOne<Answer>().WithMany().HasForeignKey(e => e.AnswerId).OnDelete(DeleteBehavior.Restrict);
    }
}
