using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Review;

internal sealed class RatingConfiguration : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Indicator).HasMaxLength(32);
        builder.Property(r => r.Stage).HasConversion<string>().HasMaxLength(16);
        builder.Property(r => r.Criteria).IsJsonList();
        builder.Property(r => r.Value).HasPrecision(6, 2);
        builder.Property(r => r.Explanation).HasMaxLength(8000);
        builder.Property(r => r.Note).HasMaxLength(4000);
        builder.Property(r => r.SavedByName).HasMaxLength(200);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.AssessmentId, r.Stage, r.Indicator, r.RaterId }).IsUnique().HasDatabaseName("UX_Ratings_Assessment_Stage_Indicator_Rater");
        builder.HasOne<Assessment>().WithMany().HasForeignKey(r => r.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
