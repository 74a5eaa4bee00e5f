using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>How every change of an award round is written: on the version it was based on, once, in one save.</summary>
public sealed class ChangeAwardRound(TenantDbContext db)
{
    /// <param name="code">Of the award round.</param>
    /// <param name="version">Missing: refused.</param>
    /// <param name="isDone">Whether the change is there already: then its repetition is done too.</param>
    /// <param name="change">Decides and adds to the save.</param>
    /// <param name="ct">Nothing is written once it is cancelled.</param>
    public async Task<Result> HandleAsync(string code, int? version, Func<AwardRound, bool> isDone, Func<AwardRound, Task<Result>> change, CancellationToken ct)
    {
        if (version is null) return Result.Invalid("Version", Messages.VersionMissing);
        if (await db.AwardRounds.FirstOrDefaultAsync(r => r.Code == code, ct) is not { } round) return Result.NotFound();
        if (round.Version == version + 1 && isDone(round)) return Result.Ok;
        if (round.Version != version) return Result.Stale();

        var changed = await change(round);
        if (!changed.Succeeded) return changed;
        // What hangs on the round has no version of its own in lists: its version is the round's.
        db.Entry(round).Property(r => r.StageAt).IsModified = true;
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody was faster: judge again by what is stored now.
            db.ChangeTracker.Clear();
            return await HandleAsync(code, version, isDone, change, ct);
        }
    }
}
