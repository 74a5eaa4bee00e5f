using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.DataChecks;

/// <summary>A status a row came to: when, by whom, with which letter.</summary>
public sealed class DataCheckStep : IImmutable
{
    public required Guid Id { get; init; }
    public required Guid DataCheckId { get; init; }
    public required DataCheckStatus Status { get; init; }
    public DateOnly? LetterOn { get; init; }
    public required string LetterNumber { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }
}

internal sealed class DataCheckStepConfiguration : IEntityTypeConfiguration<DataCheckStep>
{
    public void Configure(EntityTypeBuilder<DataCheckStep> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.LetterNumber).HasMaxLength(DataCheckRules.LetterLength);
        builder.Property(s => s.ByName).HasMaxLength(200);
        builder.HasIndex(s => new { s.DataCheckId, s.At }).HasDatabaseName("IX_DataCheckSteps_DataCheck_At");
        builder.HasOne<DataCheck>().WithMany().HasForeignKey(s => s.DataCheckId).OnDelete(DeleteBehavior.Cascade);
    }
}
