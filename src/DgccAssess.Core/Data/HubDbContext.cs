using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.Cooperation.Pipeline;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Data;

/// <summary>Korea's and the platform's database: the register of spaces, the installation's data-protection keys, and what partners agreed to share. It holds nothing else of a tenant.</summary>
public sealed class HubDbContext(DbContextOptions<HubDbContext> options) : SpaceDbContext(options), IDataProtectionKeyContext
{
    public DbSet<SpaceRecord> Spaces => Set<SpaceRecord>();
    public DbSet<TenantExport> TenantExports => Set<TenantExport>();
    public DbSet<CooperationCenter> CooperationCenters => Set<CooperationCenter>();
    public DbSet<CooperationProject> CooperationProjects => Set<CooperationProject>();
    public DbSet<BudgetLine> ProjectBudgets => Set<BudgetLine>();
    public DbSet<ProjectOutput> ProjectOutputs => Set<ProjectOutput>();
    public DbSet<LinkedIndicator> LinkedIndicators => Set<LinkedIndicator>();
    public DbSet<RoundPlan> RoundPlans => Set<RoundPlan>();
    public DbSet<SeedMark> SeedMarks => Set<SeedMark>();
    public DbSet<SharingPartner> SharingPartners => Set<SharingPartner>();
    public DbSet<SharedSnapshot> SharedSnapshots => Set<SharedSnapshot>();
    public DbSet<SharedCoreSlice> SharedCoreSlices => Set<SharedCoreSlice>();
    public DbSet<SharedPracticeSlice> SharedPracticeSlices => Set<SharedPracticeSlice>();
    public DbSet<SharingReceipt> SharingReceipts => Set<SharingReceipt>();
    public DbSet<SharedAccess> SharedAccesses => Set<SharedAccess>();
    public DbSet<EgdiVersion> EgdiVersions => Set<EgdiVersion>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfiguration(new SpaceRecordConfiguration());
        builder.ApplyConfiguration(new TenantExportConfiguration());
        builder.ApplyConfiguration(new CooperationCenterConfiguration());
        builder.ApplyConfiguration(new CooperationProjectConfiguration());
        builder.ApplyConfiguration(new BudgetLineConfiguration());
        builder.ApplyConfiguration(new ProjectOutputConfiguration());
        builder.ApplyConfiguration(new LinkedIndicatorConfiguration());
        builder.ApplyConfiguration(new RoundPlanConfiguration());
        builder.ApplyConfiguration(new SeedMarkConfiguration());
        builder.ApplyConfiguration(new SharingPartnerConfiguration());
        builder.ApplyConfiguration(new SharedSnapshotConfiguration());
        builder.ApplyConfiguration(new SharedCoreSliceConfiguration());
        builder.ApplyConfiguration(new SharedPracticeSliceConfiguration());
        builder.ApplyConfiguration(new SharingReceiptConfiguration());
        builder.ApplyConfiguration(new SharedAccessConfiguration());
        builder.ApplyConfiguration(new EgdiVersionConfiguration());
    }

    // The key ring of data protection is written by the framework, synchronously.
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(e => e.Entity is DataProtectionKey)
            ? SaveChangesAsync(acceptAllChangesOnSuccess).GetAwaiter().GetResult()
            : base.SaveChanges(acceptAllChangesOnSuccess);
}
