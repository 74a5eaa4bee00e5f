using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Countries;

/// <summary>Writes into the ledger who is about to see or export what, before it is shown: what can't be noted is not shown.</summary>
public sealed class NoteAccess(HubDbContext db, ActorContext actor, TimeProvider clock)
{
    /// <param name="rounds">What is shown; nothing is noted for a tombstone.</param>
    /// <param name="kind">On a page, or in a file.</param>
    /// <param name="place">Code of the page or file.</param>
    /// <param name="ct">To stop.</param>
    public async Task HandleAsync(IEnumerable<SharedRound> rounds, AccessKind kind, string place, CancellationToken ct)
    {
        var (who, now) = (actor.Current, clock.UtcNow);
        db.SharedAccesses.AddRange(rounds.Where(r => r.WithdrawnAt is null).Select(r => new SharedAccess
        {
            Id = clock.NewId(), PartnerId = r.Partner, SnapshotId = r.SnapshotId, Round = r.Round, Number = r.Number, Level = r.Level, Agreement = r.Agreement,
            Kind = kind, Place = place, ById = who.Id, ByName = who.Name, At = now,
        }));
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>The ledger's lines of one partner, for that partner.</summary>
public sealed class ListAccesses(HubDbContext db)
{
    private const int Most = 5000;

    /// <param name="partner">Whose figures were seen.</param>
    /// <param name="since">From this instant on.</param>
    /// <param name="ct">To stop.</param>
    public async Task<IReadOnlyList<AccessRecord>> HandleAsync(string partner, DateTime since, CancellationToken ct) =>
        await db.SharedAccesses.Where(a => a.PartnerId == partner && a.At >= since).OrderBy(a => a.At).Take(Most)
            .Select(a => new AccessRecord(a.Id, a.At, a.ByName, a.Kind, a.Place, a.Round, a.Number, a.Level, a.Agreement)).ToListAsync(ct);
}
