using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Payload;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Countries;

/// <summary>
/// What a version in force says in the terms of the shared core, of the nation or of one agency group: copied out of its payload, so that ten countries with all their rounds are
/// set side by side without a hundred whole payloads being read. Gone when the version is superseded or withdrawn.
/// </summary>
public sealed class SharedCoreSlice : IAudited
{
    /// <summary>Of the nation.</summary>
    public const string Nation = "";

    public required Guid Id { get; init; }
    public required Guid SnapshotId { get; init; }

    /// <summary>Code of the agency group, or <see cref="Nation"/>.</summary>
    public required string Group { get; init; }

    /// <summary>Of the group.</summary>
    public required LocalizedText Names { get; init; }

    /// <summary>SharedCoreFigures as JSON.</summary>
    public required string Figures { get; init; }

    /// <summary>Every slice of a payload.</summary>
    public static IEnumerable<SharedCoreSlice> Of(Guid snapshot, SharedPayload payload, Func<Guid> newId) => (payload.Core ?? []).Select(figures => new SharedCoreSlice
    {
        Id = newId(), SnapshotId = snapshot, Group = figures.Group ?? Nation, Figures = SharedJson.Write(figures),
        Names = new LocalizedText(payload.Areas?.Groups.FirstOrDefault(g => g.Code == figures.Group)?.Names ?? new Dictionary<string, string>()),
    });
}

internal sealed class SharedCoreSliceConfiguration : IEntityTypeConfiguration<SharedCoreSlice>
{
    public void Configure(EntityTypeBuilder<SharedCoreSlice> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Group).HasMaxLength(CountryRules.GroupLength);
        builder.HasIndex(s => new { s.SnapshotId, s.Group }).IsUnique().HasDatabaseName("UX_SharedCoreSlices_Snapshot_Group");
        builder.HasOne<SharedSnapshot>().WithMany().HasForeignKey(s => s.SnapshotId).OnDelete(DeleteBehavior.Restrict);
    }
}
