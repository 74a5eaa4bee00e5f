using System.Data.Common;
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
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Data;

/// <summary>The database of one space. Accounts, roles, audit and the row that names the space are in every one of them.</summary>
public abstract class SpaceDbContext(DbContextOptions options) : IdentityDbContext<Account, Role, Guid>(options)
{
    // SQL Server refuses index keys over 1,700 bytes; Identity leaves these texts unbounded.
    private const int KeyLength = 128;

    /// <summary>The space as the scope that holds this context knows it.</summary>
    public SpaceInfo Space
    {
        get => field ?? throw new InvalidOperationException("This context was not opened for a space.");
        internal set;
    }

    /// <summary>How many still hold this context; the last one to let go brings it back to its pool.</summary>
    internal int Holders { get; set; } = 1;

    /// <summary>Where it goes back to; null for one that was made for itself.</summary>
    internal ISpacePool? Pool { get; set; }

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

    public override void Dispose()
    {
        if (--Holders <= 0)
        {
            var pool = Left();
            base.Dispose();
            pool?.Leave();
        }

        GC.SuppressFinalize(this);
    }

    public override async ValueTask DisposeAsync()
    {
        if (--Holders <= 0)
        {
            var pool = Left();
            await base.DisposeAsync();
            pool?.Leave();
        }

        GC.SuppressFinalize(this);
    }

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
            if (Database.CurrentTransaction is not null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

            using var turn = await SqliteTurns.TakeAsync(Database.GetDbConnection(), cancellationToken);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>
    /// Writes a changed row and what the audit trail says of it, and nothing else, in one transaction: the short way of a hot path. The rules are those of
    /// every save: the version counts up, and nothing changes without an audit event.
    /// </summary>
    /// <param name="changed">The row as it shall be, not tracked; its version is the one it was read with and counts up when it is written.</param>
    /// <param name="events">What happened; at least one.</param>
    /// <param name="ct">Nothing is begun once it is cancelled.</param>
    /// <returns>False, and nothing is written: the row has another version by now.</returns>
    internal async Task<bool> ReplaceAsync<T>(T changed, IReadOnlyCollection<AuditEvent> events, CancellationToken ct)
        where T : class, IVersioned, IAudited
    {
        if (events.Count == 0) throw new InvalidOperationException($"{typeof(T).Name} changed without an audit event in the same save.");
        ct.ThrowIfCancellationRequested();

        await using var write = new ShortWrite(RowStatement.Update(this, changed, changed.Version), [.. events.Select(recorded => RowStatement.Insert(this, recorded))]);
        if (Database.GetDbConnection() is SqliteConnection embedded) await SharedCommits.To(embedded.DataSource).WriteAsync(write, CommitAsync);
        else await CommitAsync([write]);
        return write.IsWritten;
    }

    private async Task CommitAsync(IReadOnlyList<ShortWrite> writes)
    {
        var connection = Database.GetDbConnection();
        using var turn = await SqliteTurns.TakeAsync(connection, CancellationToken.None);
        // Not cancelled: others' writes may be among them, and it takes milliseconds.
        await Database.OpenConnectionAsync(CancellationToken.None);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var write in writes)
            {
                write.IsWritten = await RunAsync(write.Replace) > 0;
                if (!write.IsWritten) continue;
                foreach (var recorded in write.Record) await RunAsync(recorded);
            }

            await transaction.CommitAsync();

            Task<int> RunAsync(DbCommand command)
            {
                command.Transaction = transaction;
                return connection is KeptSqliteConnection kept ? Task.FromResult(kept.ExecuteNonQuery((SqliteCommand)command)) : command.ExecuteNonQueryAsync();
            }
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    // Asked before: back in its pool the context may be somebody else's at once. Below zero it is the pool that ends it.
    private ISpacePool? Left() => Holders == 0 ? Pool : null;

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
