using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>What belongs to a project and is edited by itself: a line of its budget, an output, an indicator it is meant to move.</summary>
public abstract class ProjectPart : IVersioned, IAudited
{
    public required Guid Id { get; init; }
    public required Guid ProjectId { get; init; }
    public string SavedByName { get; protected set; } = "";
    public DateTime SavedAt { get; protected set; }
    public int Version { get; private set; } = 1;
}

/// <typeparam name="TContent">What people change of it.</typeparam>
public abstract class ProjectPart<TContent> : ProjectPart
{
    public abstract TContent Content { get; }

    public void Save(TContent content, string byName, DateTime nowUtc)
    {
        Take(content);
        (SavedByName, SavedAt) = (byName, nowUtc);
    }

    protected abstract void Take(TContent content);
}

internal static class ProjectPartConfiguration
{
    public static void IsPartOfProject<T>(this EntityTypeBuilder<T> builder, string table)
        where T : ProjectPart
    {
        builder.ToTable(table);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.SavedByName).HasMaxLength(200);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.ProjectId).HasDatabaseName($"IX_{table}_Project");
        builder.HasOne<CooperationProject>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }
}
