using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Data;

/// <summary>Korea's and the platform's database: the register of spaces and the installation's data-protection keys. It holds no tenant's data.</summary>
public sealed class HubDbContext(DbContextOptions<HubDbContext> options) : SpaceDbContext(options), IDataProtectionKeyContext
{
    public DbSet<SpaceRecord> Spaces => Set<SpaceRecord>();
    public DbSet<TenantExport> TenantExports => Set<TenantExport>();
    public DbSet<EgdiVersion> EgdiVersions => Set<EgdiVersion>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfiguration(new SpaceRecordConfiguration());
        builder.ApplyConfiguration(new TenantExportConfiguration());
        builder.ApplyConfiguration(new EgdiVersionConfiguration());
    }

    // The key ring of data protection is written by the framework, synchronously.
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(e => e.Entity is DataProtectionKey)
            ? SaveChangesAsync(acceptAllChangesOnSuccess).GetAwaiter().GetResult()
            : base.SaveChanges(acceptAllChangesOnSuccess);
}
