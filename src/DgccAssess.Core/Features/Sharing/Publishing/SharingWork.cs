using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Sharing.Publishing;

/// <summary>What is done again and again of sharing. Runs in every space; the hub shares nothing.</summary>
public sealed class SharingWork(SpaceDbContext space, IServiceProvider services)
{
    public Task SettleAsync(CancellationToken ct) => space is TenantDbContext ? services.GetRequiredService<SettleRounds>().HandleAsync(ct) : Task.CompletedTask;

    public Task CollectAsync(CancellationToken ct) => space is TenantDbContext ? services.GetRequiredService<CollectLedger>().HandleAsync(ct) : Task.CompletedTask;
}
