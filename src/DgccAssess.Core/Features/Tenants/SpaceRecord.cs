using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Tenants;

/// <summary>A space as the hub's register knows it: how to address it and what it decided about itself. No data of the tenant.</summary>
public sealed class SpaceRecord : IVersioned, IAudited
{
    private SpaceRecord() { }

    public required string Id { get; init; }
    public required string Identifier { get; init; }
    public required SpaceKind Kind { get; init; }
    public string Settings { get; private set; } = "";
    public int Version { get; private set; } = 1;

    public static SpaceRecord Create(string id, SpaceKind kind, SpaceSettings settings)
    {
        var record = new SpaceRecord { Id = id, Identifier = id, Kind = kind };
        record.Apply(settings);
        return record;
    }

    /// <summary>True when the settings differ from the stored ones.</summary>
    public bool Apply(SpaceSettings settings)
    {
        var json = SpaceSettingsJson.Write(settings);
        if (json == Settings) return false;
        Settings = json;
        return true;
    }

    public SpaceInfo ToSpaceInfo() => new()
    {
        Id = Id,
        Identifier = Identifier,
        Kind = Kind,
        Settings = SpaceSettingsJson.Read(Settings),
    };
}

internal sealed class SpaceRecordConfiguration : IEntityTypeConfiguration<SpaceRecord>
{
    public void Configure(EntityTypeBuilder<SpaceRecord> builder)
    {
        builder.ToTable("Spaces");
        builder.Property(s => s.Id).HasMaxLength(64);
        builder.Property(s => s.Identifier).HasMaxLength(64);
        builder.Property(s => s.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.Identifier).IsUnique().HasDatabaseName("UX_Spaces_Identifier");
    }
}
