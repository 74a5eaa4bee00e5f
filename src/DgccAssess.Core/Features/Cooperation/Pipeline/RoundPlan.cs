using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Cooperation.Pipeline;

/// <summary>Steps of a partner's round that the programme follows, in order.</summary>
public enum RoundStep
{
    Opening,
    SelfAssessment,
    Review,
    Publication,
}

/// <summary>Who says that a step is done.</summary>
public enum FactOrigin
{
    /// <summary>Programme staff, from what the partner told them.</summary>
    Staff,

    /// <summary>The partner, in what it shared with the hub.</summary>
    Shared,
}

/// <param name="Planned">Day by which it is to be done.</param>
/// <param name="Actual">Day on which it was.</param>
/// <param name="Origin">Of the actual day.</param>
public sealed record Milestone(DateOnly? Planned = null, DateOnly? Actual = null, FactOrigin Origin = FactOrigin.Staff);

/// <summary>The next round a partner country plans, as programme staff know of it. Not the round itself, which is in the partner's own database.</summary>
public sealed class RoundPlan : IVersioned, IAudited
{
    private RoundPlan() { }

    public required Guid Id { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public required string Country { get; init; }

    /// <summary>What the partner calls the round, for example 2027.</summary>
    public required string Code { get; init; }

    /// <summary>One for each step, in order.</summary>
    public IReadOnlyList<Milestone> Milestones { get; private set; } = [];

    public string Note { get; private set; } = "";
    public string SavedByName { get; private set; } = "";
    public DateTime SavedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public RoundPlanContent Content => new(Milestones[0], Milestones[1], Milestones[2], Milestones[3], Note);

    public static RoundPlan Create(Guid id, string country, string code, RoundPlanContent content, string byName, DateTime nowUtc)
    {
        var plan = new RoundPlan { Id = id, Country = country, Code = code };
        plan.Save(content, byName, nowUtc);
        return plan;
    }

    public void Save(RoundPlanContent content, string byName, DateTime nowUtc)
    {
        (Milestones, Note) = ([.. content.Milestones()], content.Note);
        (SavedByName, SavedAt) = (byName, nowUtc);
    }
}

/// <summary>What people change of a plan.</summary>
public sealed record RoundPlanContent(Milestone Opening, Milestone SelfAssessment, Milestone Review, Milestone Publication, string Note)
{
    public IEnumerable<Milestone> Milestones() => [Opening, SelfAssessment, Review, Publication];
}

internal sealed class RoundPlanConfiguration : IEntityTypeConfiguration<RoundPlan>
{
    public void Configure(EntityTypeBuilder<RoundPlan> builder)
    {
        builder.ToTable("RoundPlans");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Country).HasMaxLength(3);
        builder.Property(p => p.Code).HasMaxLength(CooperationRules.CodeLength);
        builder.Property(p => p.Milestones).IsJsonList().HasMaxLength(1000);
        builder.Property(p => p.Note).HasMaxLength(CooperationRules.NoteLength);
        builder.Property(p => p.SavedByName).HasMaxLength(200);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Content);
        builder.HasIndex(p => new { p.Country, p.Code }).IsUnique().HasDatabaseName("UX_RoundPlans_Country_Code");
    }
}
