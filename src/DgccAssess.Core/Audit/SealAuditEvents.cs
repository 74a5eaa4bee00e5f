using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Audit;

/// <summary>
/// Puts the events that no block holds yet into blocks. Runs apart from the saves that write events, in a scope of its own, as often as one likes:
/// nothing to seal changes nothing. An event that was committed late is found by its lacking a place, whatever its time, and comes into a later block.
/// </summary>
public sealed class SealAuditEvents(SpaceDbContext db, TimeProvider clock)
{
    public const int BlockSize = 500;

    /// <summary>So old must an event be: most saves under way at the time of their events are committed by then, so that blocks mostly follow time.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <summary>Whether some event waits for a block, settled or not.</summary>
    public static GlanceQuestion Any { get; } = new("unsealed-events", (db, _) => db.AuditEvents.Where(e => !db.SealedEvents.Any(s => s.EventId == e.Id)).Select(e => e.Id));

    /// <returns>How many blocks were written.</returns>
    public async Task<int> HandleAsync(CancellationToken ct = default)
    {
        var cutOff = clock.UtcNow - Settling;
        for (var written = 0; ;)
        {
            var last = await LastAsync(ct);
            var events = await db.AuditEvents.AsNoTracking()
                .Where(e => e.At < cutOff && !db.SealedEvents.Any(s => s.EventId == e.Id))
                .OrderBy(e => e.At).ThenBy(e => e.Id).Take(BlockSize).ToListAsync(ct);
            if (events.Count == 0) return written;

            if (await TryWriteAsync(last, events, cutOff, ct)) written++;
        }
    }

    private Task<AuditBlock?> LastAsync(CancellationToken ct) => db.AuditBlocks.AsNoTracking().OrderByDescending(b => b.Number).FirstOrDefaultAsync(ct);

    private async Task<bool> TryWriteAsync(AuditBlock? last, List<AuditEvent> events, DateTime cutOff, CancellationToken ct)
    {
        Add(last, events, cutOff);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            // Another sealer took the number: go on after its block. Anything else is no affair of ours.
            if ((await LastAsync(ct))?.Number > (last?.Number ?? 0)) return false;
            throw;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private void Add(AuditBlock? last, List<AuditEvent> events, DateTime cutOff)
    {
        var number = (last?.Number ?? 0) + 1;
        var sequence = last is null ? 1 : last.FirstSequence + last.Count;
        var seals = events.Select((e, i) => new SealedEvent { Sequence = sequence + i, EventId = e.Id, Block = number, Hash = AuditHash.Of(e) }).ToList();
        var settled = AuditHash.Storable(events.Count < BlockSize ? cutOff : events[^1].At);
        var open = new AuditBlock
        {
            Number = number,
            FirstSequence = sequence,
            Count = events.Count,
            SettledUntil = last?.SettledUntil > settled ? last.SettledUntil : settled,
            SealedAt = AuditHash.Storable(clock.UtcNow),
            PreviousHash = last?.Hash ?? AuditHash.Start,
            Hash = "",
        };
        db.AuditBlocks.Add(open.With(AuditHash.Of(db.Space.Id, open, seals.Select(s => s.Hash))));
        db.SealedEvents.AddRange(seals);
    }
}
