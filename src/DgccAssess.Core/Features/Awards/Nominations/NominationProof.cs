using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Awards.Nominations;

/// <summary>A file or a link that bears out a nomination. The bytes are where evidence is, under their SHA-256.</summary>
public sealed class NominationProof : IVersioned, IAudited
{
    private NominationProof() { }

    /// <summary>Made with the form, so that a repeated upload adds nothing.</summary>
    public required Guid Id { get; init; }

    public required Guid NominationId { get; init; }

    /// <summary>File name as given, or the title of a link.</summary>
    public required string Name { get; init; }

    /// <summary>Of a file; found from its content.</summary>
    public string? ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }

    /// <summary>Of a file.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Of a link.</summary>
    public string? Url { get; init; }

    public required string AddedByName { get; init; }
    public required DateTime AddedAt { get; init; }
    public DateTime? RemovedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public static NominationProof File(Guid id, Guid nominationId, string name, string contentType, long length, string sha256, string byName, DateTime nowUtc) =>
        new() { Id = id, NominationId = nominationId, Name = name, ContentType = contentType, Length = length, Sha256 = sha256, AddedByName = byName, AddedAt = nowUtc };

    public static NominationProof Link(Guid id, Guid nominationId, string title, string url, string byName, DateTime nowUtc) =>
        new() { Id = id, NominationId = nominationId, Name = title, Url = url, AddedByName = byName, AddedAt = nowUtc };

    public void Remove(DateTime nowUtc) => RemovedAt = nowUtc;
}

internal sealed class NominationProofConfiguration : IEntityTypeConfiguration<NominationProof>
{
    public void Configure(EntityTypeBuilder<NominationProof> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(260);
        builder.Property(p => p.ContentType).HasMaxLength(100);
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.Url).HasMaxLength(2000);
        builder.Property(p => p.AddedByName).HasMaxLength(200);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.NominationId).HasDatabaseName("IX_NominationProofs_Nomination");
        builder.HasOne<Nomination>().WithMany().HasForeignKey(p => p.NominationId).OnDelete(DeleteBehavior.Restrict);
    }
}
