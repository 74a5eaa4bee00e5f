using DgccAssess.Core.Audit;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Features.Connect.Keys;
using DgccAssess.Core.Features.Api;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Mail;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Data;

/// <summary>The database of one space. Accounts, roles, audit and the row that names the space are in every one of them.</summary>
public abstract class SpaceDbContext(DbContextOptions options, SpaceInfo space) : IdentityDbContext<Account, Role, Guid>(options)
{
    // SQL Server refuses index keys over 1,700 bytes; Identity leaves these texts unbounded.
    private const int KeyLength = 128;

    public SpaceInfo Space { get; } = space;

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();
    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();
    public DbSet<AuditBlock> AuditBlocks => Set<AuditBlock>();
    public DbSet<SealedEvent> SealedEvents => Set<SealedEvent>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<ApiClient> ApiClients => Set<ApiClient>();
    public DbSet<SpaceKey> SpaceKeys => Set<SpaceKey>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();
    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();
    public DbSet<SpaceMarker> SpaceMarkers => Set<SpaceMarker>();
    public DbSet<SpaceText> SpaceTexts => Set<SpaceText>();
    public DbSet<SpacePicture> SpacePictures => Set<SpacePicture>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync: one save per use case, awaited.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        WriteRules.Apply(ChangeTracker);
        // The rules have just looked for changes.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            // Within a transaction the writer is in already; waiting for a turn there could wait for itself.
            if (!Database.IsSqlite() || Database.CurrentTransaction is not null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

            using var turn = await SqliteTurns.TakeAsync(Database.GetDbConnection().DataSource, cancellationToken);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityUserLogin<Guid>>().Property(l => l.LoginProvider).HasMaxLength(KeyLength);
        builder.Entity<IdentityUserLogin<Guid>>().Property(l => l.ProviderKey).HasMaxLength(KeyLength);
        builder.Entity<IdentityUserToken<Guid>>().Property(t => t.LoginProvider).HasMaxLength(KeyLength);
        builder.Entity<IdentityUserToken<Guid>>().Property(t => t.Name).HasMaxLength(KeyLength);
        builder.ApplyConfiguration(new AccountConfiguration());
        builder.ApplyConfiguration(new RoleConfiguration());
        builder.ApplyConfiguration(new InvitationConfiguration());
        builder.ApplyConfiguration(new DelegationConfiguration());
        builder.ApplyConfiguration(new SignInSessionConfiguration());
        builder.ApplyConfiguration(new AuditEventConfiguration());
        builder.ApplyConfiguration(new AuditBlockConfiguration());
        builder.ApplyConfiguration(new SealedEventConfiguration());
        builder.ApplyConfiguration(new OutboxRowConfiguration());
        builder.ApplyConfiguration(new OutgoingMailConfiguration());
        builder.ApplyConfiguration(new KeptAnswerConfiguration());
        builder.ApplyConfiguration(new SpaceMarkerConfiguration());
        builder.ApplyConfiguration(new SpaceTextConfiguration());
        builder.ApplyConfiguration(new SpacePictureConfiguration());
        builder.AddConnect();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter, LocalizedTextComparer>().HaveMaxLength(2000);
    }
}
