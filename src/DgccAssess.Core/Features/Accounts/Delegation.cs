using System.Collections.Frozen;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Accounts;

/// <summary>Somebody's rights in their agency, lent to a colleague for some days. Whoever acts by them acts under their own name.</summary>
public sealed class Delegation : IVersioned, IAudited
{
    /// <summary>Days, so that a hand-over for a leave is not forgotten for years.</summary>
    public const int LongestDays = 92;

    private static readonly FrozenSet<string> Lendable = new[]
    {
        Permissions.AssessmentsRead, Permissions.AssessmentsAnswer, Permissions.AssessmentsCoordinate, Permissions.ResultsRead,
    }.ToFrozenSet(StringComparer.Ordinal);

    private Delegation() { }

    public required Guid Id { get; init; }
    public required Guid FromId { get; init; }
    public required Guid ToId { get; init; }

    /// <summary>First and last day, in the space's time zone.</summary>
    public required DateOnly StartsOn { get; init; }
    public required DateOnly EndsOn { get; init; }

    public required DateTime CreatedAt { get; init; }
    public DateTime? RevokedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public static Delegation Create(Guid id, Guid fromId, Guid toId, DateOnly startsOn, DateOnly endsOn, DateTime now) =>
        new() { Id = id, FromId = fromId, ToId = toId, StartsOn = startsOn, EndsOn = endsOn, CreatedAt = now };

    /// <summary>Rights in one's own agency can be lent; lending, and whatever concerns the whole space, can't.</summary>
    public static bool CanBeHandedOver(string permission) => Lendable.Contains(permission);

    public static DateOnly Today(DateTime utc, SpaceInfo space) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(space.Settings.TimeZone)));

    public void Revoke(DateTime now) => RevokedAt ??= now;
}

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("Delegations");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => new { d.ToId, d.EndsOn }).HasDatabaseName("IX_Delegations_ToId_EndsOn");
        builder.HasIndex(d => new { d.FromId, d.EndsOn }).HasDatabaseName("IX_Delegations_FromId_EndsOn");
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.FromId).OnDelete(DeleteBehavior.Cascade);
        // Two cascading paths to one row are one too many for SQL Server.
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.ToId).OnDelete(DeleteBehavior.Restrict);
    }
}
