using System.Globalization;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Audit;

/// <param name="Blocks">How many blocks the chain has.</param>
/// <param name="Events">How many events they hold.</param>
/// <param name="Unsealed">Events that no block holds yet.</param>
/// <param name="Head">Hash of the last block; noted elsewhere, it tells whether the chain was written anew.</param>
/// <param name="Findings">What does not hold, in English: read by operators. Empty when everything does.</param>
public sealed record AuditVerification(int Blocks, long Events, int Unsealed, string Head, IReadOnlyList<string> Findings);

/// <summary>Computes the chain of the space again from its events and names every event and block that is not as it was sealed.</summary>
public sealed class VerifyAudit(SpaceDbContext db)
{
    /// <summary>No save takes so long from its event to its commit, and no server's clock is so wrong: an event dated earlier than that before sealed ones was added behind them.</summary>
    public static readonly TimeSpan Latest = TimeSpan.FromMinutes(10);

    private sealed record Row(SealedEvent Seal, AuditEvent? Event);

    /// <param name="notedHead">A head noted on an earlier day, which the chain must still contain.</param>
    /// <param name="ct">Ends the work early.</param>
    public async Task<AuditVerification> HandleAsync(string? notedHead = null, CancellationToken ct = default)
    {
        var findings = new List<string>();
        var blocks = await db.AuditBlocks.AsNoTracking().OrderBy(b => b.Number).ToListAsync(ct);
        AuditBlock? previous = null;
        foreach (var block in blocks)
        {
            findings.AddRange(Links(previous, block));
            var rows = await RowsAsync(block.Number, ct);
            findings.AddRange(Contents(block, rows));
            findings.AddRange(rows.Where(r => r.Event is not null && IsBehind(r.Event.At, previous)).Select(r => Behind(r.Event!)));
            previous = block;
        }

        findings.AddRange(await StraysAsync(previous, ct));
        if (notedHead is not null && !blocks.Exists(b => b.Hash == notedHead)) findings.Add($"no block has the noted head {notedHead}: the chain was cut off or written anew");

        var unsealed = await db.AuditEvents.CountAsync(e => !db.SealedEvents.Any(s => s.EventId == e.Id), ct);
        return new(blocks.Count, blocks.Sum(b => (long)b.Count), unsealed, previous?.Hash ?? AuditHash.Start, findings);
    }

    private static IEnumerable<string> Links(AuditBlock? previous, AuditBlock block)
    {
        for (var missing = (previous?.Number ?? 0) + 1; missing < block.Number; missing++) yield return $"block {missing} was removed";
        if (block.PreviousHash != (previous?.Hash ?? AuditHash.Start)) yield return $"block {block.Number} does not follow {(previous is null ? "the start" : $"block {previous.Number}")}";
        if (previous is not null && block.Number == previous.Number + 1 && block.FirstSequence != previous.FirstSequence + previous.Count)
            yield return $"block {block.Number} does not go on with the count of block {previous.Number}";
    }

    private IEnumerable<string> Contents(AuditBlock block, List<Row> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var (seal, found) = rows[i];
            if (found is null) yield return $"event {seal.Sequence} ({seal.EventId}) of block {block.Number} was removed";
            else if (AuditHash.Of(found) != seal.Hash) yield return $"event {seal.Sequence} ({Name(found)}) of block {block.Number} was changed";
            if (seal.Sequence != block.FirstSequence + i) yield return $"event {seal.Sequence} of block {block.Number} is not in its place";
        }

        if (rows.Count != block.Count) yield return $"block {block.Number} holds {rows.Count} events, sealed were {block.Count}";
        if (AuditHash.Of(db.Space.Id, block, rows.Select(r => r.Seal.Hash)) != block.Hash) yield return $"block {block.Number} does not have its hash";
    }

    private Task<List<Row>> RowsAsync(int block, CancellationToken ct) =>
        (from seal in db.SealedEvents.AsNoTracking()
         where seal.Block == block
         join found in db.AuditEvents.AsNoTracking() on seal.EventId equals found.Id into events
         from found in events.DefaultIfEmpty()
         orderby seal.Sequence
         select new Row(seal, found)).ToListAsync(ct);

    /// <summary>Seals of no block, and events that lie in sealed time without a seal.</summary>
    private async Task<IEnumerable<string>> StraysAsync(AuditBlock? last, CancellationToken ct)
    {
        var orphans = await db.SealedEvents.Where(s => !db.AuditBlocks.Any(b => b.Number == s.Block)).Select(s => s.Block).Distinct().OrderBy(b => b).ToListAsync(ct);
        var strays = orphans.Select(b => $"block {b} was removed, its events are still marked as sealed");
        if (last is null) return strays;

        var settled = last.SettledUntil - Latest;
        var behind = await db.AuditEvents.AsNoTracking()
            .Where(e => e.At < settled && !db.SealedEvents.Any(s => s.EventId == e.Id)).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(ct);
        return strays.Concat(behind.Select(Behind));
    }

    private static bool IsBehind(DateTime at, AuditBlock? previous) => previous is not null && at < previous.SettledUntil - Latest;

    private static string Behind(AuditEvent late) => $"event {Name(late)} was added later, behind events already sealed";

    private static string Name(AuditEvent named) =>
        string.Create(CultureInfo.InvariantCulture, $"{named.Type} of {named.At:yyyy-MM-dd HH:mm:ss} UTC, {named.Subject}, {named.Id}");
}
