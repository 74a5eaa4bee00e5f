using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Features.Sharing.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Countries;

/// <summary>What one agency did, copied out of the payload of a version in force, so that a question finds it in whichever country. Gone when the version is superseded or withdrawn.</summary>
public sealed class SharedPracticeSlice : IAudited
{
    public required Guid Id { get; init; }
    public required Guid SnapshotId { get; init; }

    /// <summary>Of the shared core.</summary>
    public required string Question { get; init; }

    /// <summary>Code of the agency.</summary>
    public required string Agency { get; init; }

    /// <summary>Of the agency.</summary>
    public required LocalizedText Names { get; init; }

    public required LocalizedText Texts { get; init; }

    /// <summary>Every practice of a payload.</summary>
    public static IEnumerable<SharedPracticeSlice> Of(Guid snapshot, SharedPayload payload, Func<Guid> newId) => (payload.Practices ?? []).Select(practice => new SharedPracticeSlice
    {
        Id = newId(), SnapshotId = snapshot, Question = practice.Question, Agency = practice.Agency, Texts = new LocalizedText(practice.Texts),
        Names = new LocalizedText(payload.Agencies!.First(a => a.Code == practice.Agency).Names),
    });
}

internal sealed class SharedPracticeSliceConfiguration : IEntityTypeConfiguration<SharedPracticeSlice>
{
    public void Configure(EntityTypeBuilder<SharedPracticeSlice> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Question).HasMaxLength(PracticeRules.QuestionLength);
        builder.Property(s => s.Agency).HasMaxLength(CountryRules.GroupLength);
        builder.Property(s => s.Texts).HasMaxLength(PracticeRules.StoredLength);
        builder.HasIndex(s => s.Question).HasDatabaseName("IX_SharedPracticeSlices_Question");
        builder.HasIndex(s => s.SnapshotId).HasDatabaseName("IX_SharedPracticeSlices_Snapshot");
        builder.HasOne<SharedSnapshot>().WithMany().HasForeignKey(s => s.SnapshotId).OnDelete(DeleteBehavior.Restrict);
    }
}
