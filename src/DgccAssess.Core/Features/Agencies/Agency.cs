using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Agencies;

/// <summary>A ministry, body or local government that can take part in a round.</summary>
public sealed class Agency : IVersioned, IAudited
{
    /// <summary>How codes of agencies begin that a demonstration made: no list of a tenant has them.</summary>
    public const string DemonstrationPrefix = "synthetic-";

    private Agency() { }

    public required Guid Id { get; init; }

    /// <summary>What addresses and people say: kemenko-perekonomian. Lower case, digits and hyphens; never changes.</summary>
    public required string Code { get; init; }

    /// <summary>Agency group code, for example ministry, province.</summary>
    public required string Group { get; set; }

    public string? Region { get; private set; }
    public required LocalizedText Names { get; set; }

    /// <summary>Not a real body: marked so on every page and paper.</summary>
    public bool Synthetic { get; private set; }

    public int Version { get; private set; } = 1;

    public static Agency Create(Guid id, string code, string group, LocalizedText names, string? region = null, bool synthetic = false) =>
        new() { Id = id, Code = code, Group = group, Names = names, Region = region, Synthetic = synthetic };

    /// <summary>True when something differs from what is stored.</summary>
    public bool Describe(string group, LocalizedText names, string? region, bool synthetic)
    {
        if (Group == group && Names.Equals(names) && Region == region && Synthetic == synthetic) return false;
        (Group, Names, Region, Synthetic) = (group, names, region, synthetic);
        return true;
    }
}

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Code).HasMaxLength(64);
        builder.Property(a => a.Group).HasMaxLength(32);
        builder.Property(a => a.Region).HasMaxLength(64);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.Code).IsUnique().HasDatabaseName("UX_Agencies_Code");
    }
}
