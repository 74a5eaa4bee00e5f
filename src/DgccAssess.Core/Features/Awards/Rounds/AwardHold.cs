using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DgccAssess.Core.Features.Awards.Rounds;

internal static class AwardHold
{
    /// <summary>Opens a transaction and takes the award round's row until it ends: nothing slips in between a gate and its save. Setting a column to itself locks the row on every provider.</summary>
    public static async Task<IDbContextTransaction> HoldAwardAsync(this TenantDbContext db, Guid awardRoundId, CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.AwardRounds.Where(r => r.Id == awardRoundId).ExecuteUpdateAsync(set => set.SetProperty(r => r.StageAt, r => r.StageAt), ct);
        return transaction;
    }
}
