using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Api;

/// <summary>What a program was answered to a write, kept for when it asks again because the answer got lost.</summary>
public sealed class KeptAnswer
{
    public const int MaxCaller = 100;
    public const int MaxKey = 64;

    /// <summary>Names what the write creates, too: a repetition after a crash creates nothing twice.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose key it is.</summary>
    public required string Caller { get; init; }

    /// <summary>As the caller chose it.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, address, precondition and content, lower-case hex.</summary>
    public required string RequestHash { get; init; }

    public required DateTime BegunAt { get; init; }

    /// <summary>Null while the write is under way.</summary>
    public GivenAnswer? Answer { get; private set; }

    public void Keep(GivenAnswer answer) => Answer = answer;
}

public sealed record GivenAnswer
{
    /// <summary>Of HTTP: only what succeeded is kept.</summary>
    public required int Status { get; init; }

    /// <summary>Validator of the resource.</summary>
    public required string Tag { get; init; }

    /// <summary>Address of what was made.</summary>
    public string? Location { get; init; }

    /// <summary>JSON.</summary>
    public required string Content { get; init; }
}

internal sealed class KeptAnswerConfiguration : IEntityTypeConfiguration<KeptAnswer>
{
    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("KeptAnswers");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Caller).HasMaxLength(KeptAnswer.MaxCaller);
        builder.Property(k => k.Key).HasMaxLength(KeptAnswer.MaxKey);
        builder.Property(k => k.RequestHash).HasMaxLength(64);
        builder.ComplexProperty(k => k.Answer, answer =>
        {
            answer.Property(a => a.Tag).HasMaxLength(64);
            answer.Property(a => a.Location).HasMaxLength(300);
        });
        builder.HasIndex(k => new { k.Caller, k.Key }).IsUnique().HasDatabaseName("UX_KeptAnswers_Caller_Key");
        builder.HasIndex(k => k.BegunAt).HasDatabaseName("IX_KeptAnswers_BegunAt");
    }
}
