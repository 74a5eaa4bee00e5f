using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.SelfAssessment;

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Indicator).HasMaxLength(32);
        builder.Property(a => a.Criteria).IsJsonList();
        builder.Property(a => a.Facts).IsJsonList();
        builder.Property(a => a.Level).HasPrecision(6, 2);
        builder.Property(a => a.Subject).HasMaxLength(200);
        builder.Property(a => a.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(a => a.ReturnReason).HasMaxLength(2000);
        builder.Property(a => a.SavedByName).HasMaxLength(200);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.AssessmentId, a.Indicator }).IsUnique().HasDatabaseName("UX_Answers_Assessment_Indicator");
        builder.HasOne<Assessment>().WithMany().HasForeignKey(a => a.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
