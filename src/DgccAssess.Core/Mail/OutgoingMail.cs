using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Mail;

public enum MailState
{
    Queued,

    /// <summary>The mail server took it, or it lies in the pickup folder.</summary>
    Sent,

    /// <summary>Refused for good, or given up; see <see cref="OutgoingMail.Reason"/>.</summary>
    Failed,

    /// <summary>What it was about came to nothing before it was sent.</summary>
    Cancelled,
}

/// <summary>A mail to one person. It holds no link: links are made when it is sent and stored nowhere.</summary>
public sealed class OutgoingMail
{
    public required Guid Id { get; init; }
    public required MailTemplate Template { get; init; }
    public required string ToAddress { get; init; }
    public required string ToName { get; init; }

    /// <summary>BCP 47; one the product has words for.</summary>
    public required string Language { get; init; }

    /// <summary>What the link is about, for example the invitation; null where the template has no link.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Values of the template, see <see cref="MailValue"/>.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    public required DateTime QueuedAt { get; init; }
    public MailState State { get; set; }
    public DateTime? SentAt { get; set; }

    /// <summary>Why it was not sent, in the mail server's words.</summary>
    public string? Reason { get; set; }
}

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Template).HasConversion<string>().HasMaxLength(32);
        builder.Property(m => m.ToAddress).HasMaxLength(256);
        builder.Property(m => m.ToName).HasMaxLength(200);
        builder.Property(m => m.Language).HasMaxLength(16);
        builder.Property(m => m.Values).IsJsonList().HasMaxLength(2000);
        builder.Property(m => m.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(m => m.Reason).HasMaxLength(500);
        builder.HasIndex(m => new { m.SubjectId, m.QueuedAt }).HasDatabaseName("IX_OutgoingMails_SubjectId_QueuedAt");
    }
}
