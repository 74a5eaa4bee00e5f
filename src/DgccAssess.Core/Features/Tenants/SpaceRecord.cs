using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Tenants;

/// <summary>A space as the hub's register knows it: how to address it, what it decided about itself, whether it is in service. No data of the tenant.</summary>
public sealed class SpaceRecord : IVersioned, IAudited
{
    private SpaceRecord() { }

    public required string Id { get; init; }
    public required string Identifier { get; init; }
    public required SpaceKind Kind { get; init; }
    public string Settings { get; private set; } = "";
    public SpaceState State { get; private set; }
    public DateTime? StateChangedAt { get; private set; }
    public DateTime? DeletionDueAt { get; private set; }
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

    public Result Suspend(DateTime nowUtc)
    {
        if (State is not SpaceState.Active) return Result.Conflict(OperationMessages.NotActive);
        (State, StateChangedAt) = (SpaceState.Suspended, nowUtc);
        return Result.Ok;
    }

    public Result Resume(DateTime nowUtc)
    {
        if (State is not SpaceState.Suspended) return Result.Conflict(OperationMessages.NotSuspended);
        (State, StateChangedAt) = (SpaceState.Active, nowUtc);
        return Result.Ok;
    }

    /// <param name="nowUtc">The time of the order.</param>
    /// <param name="exportedAt">When its last complete export was finished.</param>
    public Result OrderDeletion(DateTime nowUtc, DateTime? exportedAt)
    {
        if (State is not SpaceState.Suspended) return Result.Conflict(OperationMessages.NotSuspended);
        // What was exported before the suspension may lack what was written since.
        if (exportedAt is null || exportedAt < StateChangedAt) return Result.Conflict(OperationMessages.NotExported);
        (State, DeletionDueAt) = (SpaceState.DeletionOrdered, nowUtc.AddDays(ToSpaceInfo().Settings.DeletionDays));
        return Result.Ok;
    }

    public Result CancelDeletion()
    {
        if (State is not SpaceState.DeletionOrdered) return Result.Conflict(OperationMessages.NotOrdered);
        (State, DeletionDueAt) = (SpaceState.Suspended, null);
        return Result.Ok;
    }

    /// <summary>Its database is gone; of its settings the names stay, for whoever asks what this was.</summary>
    public void MarkDeleted(DateTime nowUtc)
    {
        (State, StateChangedAt, DeletionDueAt) = (SpaceState.Deleted, nowUtc, null);
        var settings = ToSpaceInfo().Settings;
        Apply(new SpaceSettings { Names = settings.Names, Languages = settings.Languages, TimeZone = settings.TimeZone });
    }

    public SpaceInfo ToSpaceInfo() => new()
    {
        Id = Id,
        Identifier = Identifier,
        Kind = Kind,
        Settings = SpaceSettingsJson.Read(Settings),
        State = State,
        StateChangedAt = StateChangedAt,
        DeletionDueAt = DeletionDueAt,
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
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(16).HasDefaultValue(SpaceState.Active).HasSentinel((SpaceState)(-1));
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.Identifier).IsUnique().HasDatabaseName("UX_Spaces_Identifier");
    }
}
