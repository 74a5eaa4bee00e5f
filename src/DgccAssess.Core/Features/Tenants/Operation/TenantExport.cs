using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Tenants.Operation;

public enum ExportState
{
    Requested,
    Done,
    Failed,
}

/// <summary>An exit pack of a tenant as the hub knows it: when, how large, its hash. What is in it the hub does not know.</summary>
public sealed class TenantExport : IVersioned, IAudited
{
    public const int MaxError = 500;

    private TenantExport() { }

    public required Guid Id { get; init; }
    public required string SpaceId { get; init; }
    public required DateTime RequestedAt { get; init; }
    public required string RequestedByName { get; init; }
    public ExportState State { get; private set; }
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Name of the file in the tenant's folder of exports.</summary>
    public string? FileName { get; private set; }

    public long Bytes { get; private set; }
    public string? Sha256 { get; private set; }

    /// <summary>Only the government can open it: so it may be fetched through the hub.</summary>
    public bool Encrypted { get; private set; }

    /// <summary>What went wrong; names no data.</summary>
    public string? Error { get; private set; }

    public int Version { get; private set; } = 1;

    public static TenantExport Request(Guid id, string spaceId, DateTime nowUtc, string byName) => new()
    {
        Id = id, SpaceId = spaceId, RequestedAt = nowUtc, RequestedByName = byName,
    };

    public void Finish(PackFile pack, DateTime nowUtc) =>
        (State, FinishedAt, FileName, Bytes, Sha256, Encrypted, Error) = (ExportState.Done, nowUtc, pack.Name, pack.Bytes, pack.Sha256, pack.Encrypted, null);

    public void Fail(string error, DateTime nowUtc) => (State, FinishedAt, Error) = (ExportState.Failed, nowUtc, error.Length <= MaxError ? error : error[..MaxError]);
}

/// <param name="Name">Of the file, without its folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, lower-case hexadecimal.</param>
/// <param name="Encrypted">To the government's key.</param>
public sealed record PackFile(string Name, long Bytes, string Sha256, bool Encrypted);

internal sealed class TenantExportConfiguration : IEntityTypeConfiguration<TenantExport>
{
    public void Configure(EntityTypeBuilder<TenantExport> builder)
    {
        builder.ToTable("TenantExports");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.SpaceId).HasMaxLength(64);
        builder.Property(e => e.RequestedByName).HasMaxLength(200);
        builder.Property(e => e.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(e => e.FileName).HasMaxLength(200);
        builder.Property(e => e.Sha256).HasMaxLength(64);
        builder.Property(e => e.Error).HasMaxLength(TenantExport.MaxError);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => new { e.SpaceId, e.RequestedAt }).HasDatabaseName("IX_TenantExports_SpaceId_RequestedAt");
        builder.HasOne<SpaceRecord>().WithMany().HasForeignKey(e => e.SpaceId).OnDelete(DeleteBehavior.Restrict);
    }
}
