using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.SelfAssessment;

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.ComplexProperty(a => a.SignOff, signOff =>
        {
            signOff.Property(s => s.ByName).HasMaxLength(200);
            signOff.Property(s => s.Statement).HasMaxLength(2000);
        });
        builder.HasIndex(a => new { a.RoundId, a.AgencyId }).IsUnique().HasDatabaseName("UX_Assessments_Round_Agency");
        builder.HasOne<Round>().WithMany().HasForeignKey(a => a.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
