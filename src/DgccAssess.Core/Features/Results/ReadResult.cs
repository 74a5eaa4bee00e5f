using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Review;
using DgccAssess.Scoring.Indices;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Results;

/// <summary>The snapshot in force at a milestone, with the instrument it was taken on.</summary>
public sealed record StoredResult
{
    public required SnapshotDocument Document { get; init; }

    /// <summary>SHA-256 of the snapshot.</summary>
    public required string Hash { get; init; }

    public required InstrumentDocument Instrument { get; init; }

    /// <summary>All of this milestone, the one in force first.</summary>
    public required IReadOnlyList<SnapshotDocument> Versions { get; init; }

    public SnapshotResults Results => Document.Results;

    /// <summary>The ratings scored again, for the steps of the computation; printed figures come from <see cref="Results"/>.</summary>
    public Scorecard Score() => Scorecard.Compute(Instrument.Instrument, SnapshotResults.Ratings(Document.Inputs, Results.Basis));

    /// <summary>The rating a figure of the milestone was computed from.</summary>
    public SnapshotRating? Decisive(SnapshotInput input) => Results.Basis switch
    {
        Stage.Self => input.Self,
        Stage.Final => input.Final,
        var stage => input.Ratings.FirstOrDefault(r => r.Stage == stage),
    };

    /// <summary>Why an indicator has its value. The office may set one without a word of its own: then the assessors' words are the reason.</summary>
    public string? ReasonOf(SnapshotInput input) =>
        input.OfAssessors.Select(r => r.Explanation).Prepend(Decisive(input)?.Explanation).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}

public sealed class ReadResult(TenantDbContext db, InstrumentLibrary instruments)
{
    /// <returns>Null before the milestone.</returns>
    public async Task<StoredResult?> HandleAsync(Guid assessmentId, Milestone milestone, CancellationToken ct) =>
        await ReadAsync(db.Snapshots.Where(s => s.AssessmentId == assessmentId && s.Milestone == milestone), ct);

    /// <summary>One snapshot as it was in force, whatever came after it.</summary>
    public async Task<StoredResult> OfSnapshotAsync(Guid snapshotId, CancellationToken ct) => (await ReadAsync(
        from named in db.Snapshots
        from snapshot in db.Snapshots
        where named.Id == snapshotId && snapshot.AssessmentId == named.AssessmentId && snapshot.Milestone == named.Milestone && snapshot.Number <= named.Number
        select snapshot, ct))!;

    private async Task<StoredResult?> ReadAsync(IQueryable<Snapshot> versions, CancellationToken ct)
    {
        var stored = await versions.OrderByDescending(s => s.Number).Select(s => new { s.Document, s.Hash, s.InstrumentHash }).ToListAsync(ct);
        if (stored.Count == 0) return null;

        var hash = stored[0].InstrumentHash;
        var versionId = await db.InstrumentVersions.Where(v => v.Hash == hash).Select(v => v.Id).SingleAsync(ct);
        List<SnapshotDocument> documents = [.. stored.Select(s => SnapshotReader.Read(s.Document))];
        return new StoredResult
        {
            Document = documents[0], Hash = stored[0].Hash, Instrument = await instruments.GetAsync(versionId, ct), Versions = documents,
        };
    }
}
