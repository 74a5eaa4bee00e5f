using DgccAssess.Core.Data;
using DgccAssess.Scoring.SharedCore;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Countries;

/// <summary>An agency group as a government names it.</summary>
public sealed record SharedGroup(Guid SnapshotId, string Code, LocalizedText Names);

/// <summary>What versions in force say in the terms of the shared core. Whoever shows it notes the access first: <see cref="NoteAccess"/>.</summary>
public sealed class ReadCoreSlices(HubDbContext db, SharedPayloads payloads)
{
    /// <param name="rounds">In force.</param>
    /// <param name="group">Code of an agency group; null: the nation.</param>
    /// <param name="ct">To stop.</param>
    /// <returns>By snapshot; one that says nothing of the core, or of this group, is not among them.</returns>
    public async Task<IReadOnlyDictionary<Guid, SharedCoreFigures>> FiguresAsync(IReadOnlyCollection<SharedRound> rounds, string? group, CancellationToken ct)
    {
        var slice = group ?? SharedCoreSlice.Nation;
        var found = rounds.Select(r => (r.SnapshotId, Figures: payloads.FindCore(r.PayloadHash, slice))).Where(r => r.Figures is not null).ToDictionary(r => r.SnapshotId, r => r.Figures!);
        var missing = rounds.Where(r => !found.ContainsKey(r.SnapshotId)).ToDictionary(r => r.SnapshotId, r => r.PayloadHash);
        if (missing.Count == 0) return found;
        foreach (var read in await db.SharedCoreSlices.AsNoTracking().Where(s => missing.Keys.Contains(s.SnapshotId) && s.Group == slice).Select(s => new { s.SnapshotId, s.Figures }).ToListAsync(ct))
            found.Add(read.SnapshotId, payloads.ReadCore(missing[read.SnapshotId], slice, read.Figures));
        return found;
    }

    /// <summary>Of every partner the latest round that says something of the nation. One query, of the rows of these rounds alone: a slice stands beside a version in force only.</summary>
    public async Task<IReadOnlyList<(SharedRound Source, SharedCoreFigures Figures)>> LatestAsync(CancellationToken ct)
    {
        var (nations, rounds) = (db.SharedCoreSlices.AsNoTracking().Where(s => s.Group == SharedCoreSlice.Nation), db.SharedSnapshots.AsNoTracking());
        var latest = from slice in nations join round in rounds on slice.SnapshotId equals round.Id group round.Round by round.PartnerId into of select new { Partner = of.Key, Round = of.Max() };
        var read = await (from last in latest
                          join round in rounds on new { last.Partner, last.Round } equals new { Partner = round.PartnerId, round.Round }
                          join slice in nations on round.Id equals slice.SnapshotId
                          join source in ReadShared.Of(db.SharedSnapshots) on round.Id equals source.SnapshotId
                          select new { Source = source, slice.Figures }).ToListAsync(ct);
        return read.ConvertAll(r => (r.Source, payloads.ReadCore(r.Source.PayloadHash, SharedCoreSlice.Nation, r.Figures)));
    }

    /// <summary>The agency groups of which these rounds tell.</summary>
    public async Task<IReadOnlyList<SharedGroup>> GroupsAsync(IReadOnlyCollection<SharedRound> rounds, CancellationToken ct)
    {
        var ids = rounds.Select(r => r.SnapshotId).ToList();
        return ids.Count == 0 ? [] : await db.SharedCoreSlices.AsNoTracking().Where(s => ids.Contains(s.SnapshotId) && s.Group != SharedCoreSlice.Nation).OrderBy(s => s.Group)
            .Select(s => new SharedGroup(s.SnapshotId, s.Group, s.Names)).ToListAsync(ct);
    }
}
