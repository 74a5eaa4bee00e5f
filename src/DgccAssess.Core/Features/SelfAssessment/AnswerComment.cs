using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <summary>A remark between the people of one agency on one answer; said once, never edited.</summary>
public sealed class AnswerComment : IImmutable, IAudited
{
    /// <summary>Made with the form, so that a repeated post adds nothing.</summary>
    public required Guid Id { get; init; }

    public required Guid AnswerId { get; init; }
    public required Guid AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public required DateTime At { get; init; }
    public required string Text { get; init; }
}

internal sealed class AnswerCommentConfiguration : IEntityTypeConfiguration<AnswerComment>
{
    public void Configure(EntityTypeBuilder<AnswerComment> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.AuthorName).HasMaxLength(200);
        builder.Property(c => c.Text).HasMaxLength(2000);
        builder.HasIndex(c => new { c.AnswerId, c.At }).HasDatabaseName("IX_AnswerComments_Answer_At");
        builder.HasOne<Answer>().WithMany().HasForeignKey(c => c.AnswerId).OnDelete(DeleteBehavior.Restrict);
    }
}
