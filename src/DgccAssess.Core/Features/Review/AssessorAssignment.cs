using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Review;

/// <summary>An external assessor holds an assessment. Changed by adding and removing.</summary>
public sealed class AssessorAssignment : IAudited
{
    public required Guid AssessmentId { get; init; }
    public required Guid AssessorId { get; init; }
    public required DateTime AssignedAt { get; init; }
}

internal sealed class AssessorAssignmentConfiguration : IEntityTypeConfiguration<AssessorAssignment>
{
    public void Configure(EntityTypeBuilder<AssessorAssignment> builder)
    {
        builder.HasKey(a => new { a.AssessmentId, a.AssessorId });
        builder.HasIndex(a => a.AssessorId).HasDatabaseName("IX_AssessorAssignments_Assessor");
        builder.HasOne<Assessment>().WithMany().HasForeignKey(a => a.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
