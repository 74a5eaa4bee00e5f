using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Improvement;

public enum ActionState
{
    Planned,
    UnderWay,
    Done,

    /// <summary>Given up; it stays in the plan, so that nobody wonders where it went.</summary>
    Dropped,
}

/// <summary>One thing an agency sets out to do after a result. It belongs to the agency, not to the round: what is not done when the next round opens is still there.</summary>
public sealed class ImprovementAction : IVersioned, IAudited
{
    private ImprovementAction() { }

    public required Guid Id { get; init; }
    public required Guid AgencyId { get; init; }

    /// <summary>The round whose result gave rise to it.</summary>
    public required Guid RoundId { get; init; }

    public required string Indicator { get; init; }

    /// <summary>The unmet criterion it is about; null for an action of the agency's own.</summary>
    public string? Criterion { get; init; }

    /// <summary>What is to be done, in the agency's words; empty while the criterion says enough.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Unit or person in charge, as the agency names it.</summary>
    public string Owner { get; private set; } = "";

    public DateOnly? DueOn { get; private set; }
    public ActionState State { get; private set; }

    /// <summary>How far it has come.</summary>
    public string Note { get; private set; } = "";

    public required DateTime CreatedAt { get; init; }
    public string SavedByName { get; private set; } = "";
    public DateTime SavedAt { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>Nothing more is to be done about it.</summary>
    public bool IsClosed => State is ActionState.Done or ActionState.Dropped;

    public static ImprovementAction Create(Guid id, Guid agencyId, Guid roundId, string indicator, string? criterion, string byName, DateTime nowUtc) =>
        new() { Id = id, AgencyId = agencyId, RoundId = roundId, Indicator = indicator, Criterion = criterion, CreatedAt = nowUtc, SavedAt = nowUtc, SavedByName = byName };

    public ActionContent Content => new(Text, Owner, DueOn, State, Note);

    public void Save(ActionContent content, string byName, DateTime nowUtc)
    {
        (Text, Owner, DueOn, State, Note) = content;
        (SavedByName, SavedAt) = (byName, nowUtc);
    }
}

/// <summary>What people change of an action.</summary>
public sealed record ActionContent(string Text, string Owner, DateOnly? DueOn, ActionState State, string Note);

internal sealed class ImprovementActionConfiguration : IEntityTypeConfiguration<ImprovementAction>
{
    public void Configure(EntityTypeBuilder<ImprovementAction> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Indicator).HasMaxLength(32);
        builder.Property(a => a.Criterion).HasMaxLength(64);
        builder.Property(a => a.Text).HasMaxLength(ActionRules.TextLength);
        builder.Property(a => a.Owner).HasMaxLength(ActionRules.OwnerLength);
        builder.Property(a => a.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(a => a.Note).HasMaxLength(ActionRules.TextLength);
        builder.Property(a => a.SavedByName).HasMaxLength(200);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.Content);
        builder.HasIndex(a => new { a.AgencyId, a.Indicator }).HasDatabaseName("IX_ImprovementActions_Agency_Indicator");
        builder.HasIndex(a => new { a.AgencyId, a.RoundId, a.Criterion }).IsUnique().HasDatabaseName("UX_ImprovementActions_Agency_Round_Criterion");
        builder.HasOne<Agency>().WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Round>().WithMany().HasForeignKey(a => a.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
