using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Rounds;

public enum CycleType
{
    /// <summary>Self-assessment and document review; indices only.</summary>
    Monitoring,

    /// <summary>Also interview, optional visit, strengths, weaknesses and recommendations.</summary>
    Evaluation,
}

/// <summary>One cycle of the diagnosis: an instrument version, a calendar and the agencies that take part (its locus).</summary>
public sealed class Round : IVersioned, IAudited
{
    /// <summary>How codes of rounds begin whose agencies and figures are all invented; nobody can open another round under such a code.</summary>
    public const string DemonstrationPrefix = "demo-";

    /// <summary>Days for objections and for their answers where nobody says otherwise; no rule names any.</summary>
    public const int UsualDays = 7;

    /// <summary>More days than this would keep every result open.</summary>
    public const int MostDays = 60;

    private Round() { }

    public required Guid Id { get; init; }

    /// <summary>What addresses say, usually the year.</summary>
    public required string Code { get; init; }

    public required CycleType CycleType { get; init; }
    public required Guid InstrumentVersionId { get; init; }

    /// <summary>Last instant of self-assessment; shown with the time left. Null: no deadline.</summary>
    public DateTime? AnswersDueAt { get; set; }

    /// <summary>Days after its publication in which an agency may object to its result; 0: nobody may.</summary>
    public required int ObjectionDays { get; init; }

    /// <summary>Days in which an objection is answered.</summary>
    public required int AnswerDays { get; init; }

    public int Version { get; private set; } = 1;

    public static bool IsDemonstration(string code) => code.StartsWith(DemonstrationPrefix, StringComparison.Ordinal);

    public static Round Create(Guid id, string code, CycleType cycleType, Guid instrumentVersionId, DateTime? answersDueAt, int objectionDays, int answerDays) => new()
    {
        Id = id, Code = code, CycleType = cycleType, InstrumentVersionId = instrumentVersionId, AnswersDueAt = answersDueAt, ObjectionDays = objectionDays, AnswerDays = answerDays,
    };
}

internal sealed class RoundConfiguration : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Code).HasMaxLength(32);
        builder.Property(r => r.CycleType).HasConversion<string>().HasMaxLength(16);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.Code).IsUnique().HasDatabaseName("UX_Rounds_Code");
        builder.HasOne<Features.Instruments.InstrumentVersion>().WithMany().HasForeignKey(r => r.InstrumentVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}
