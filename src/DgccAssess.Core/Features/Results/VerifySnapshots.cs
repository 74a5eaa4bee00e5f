using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Scoring;
using DgccAssess.Scoring.Indices;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Results;

/// <param name="Snapshot">Address of its agency, milestone and number.</param>
/// <param name="Problem">In English: read by operators.</param>
public sealed record SnapshotDifference(string Snapshot, string Problem);

/// <param name="Snapshots">How many were checked.</param>
/// <param name="Differences">Empty when every one holds.</param>
public sealed record SnapshotVerification(int Snapshots, IReadOnlyList<SnapshotDifference> Differences);

/// <summary>Computes every snapshot of the space again from its own inputs and instrument and checks its hashes.</summary>
public sealed class VerifySnapshots(TenantDbContext db)
{
    public async Task<SnapshotVerification> HandleAsync(CancellationToken ct)
    {
        var instruments = await InstrumentsAsync(ct);
        var (count, differences) = (0, new List<SnapshotDifference>());
        var snapshots =
            from snapshot in db.Snapshots
            join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
            join round in db.Rounds on assessment.RoundId equals round.Id
            join agency in db.Agencies on assessment.AgencyId equals agency.Id
            orderby round.Code, agency.Code, snapshot.Milestone, snapshot.Number
            select new { Snapshot = snapshot, Subject = $"rounds/{round.Code}/agencies/{agency.Code}" };
        await foreach (var row in snapshots.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            count++;
            var name = $"{row.Subject} {row.Snapshot.Milestone} {row.Snapshot.Number}";
            differences.AddRange(Check(row.Snapshot, instruments).Select(problem => new SnapshotDifference(name, problem)));
        }

        return new SnapshotVerification(count, differences);
    }

    /// <summary>What does not hold of one snapshot.</summary>
    public static IEnumerable<string> Check(Snapshot snapshot, IReadOnlyDictionary<string, InstrumentDocument> instruments)
    {
        if (SnapshotReader.HashOf(snapshot.Document) != snapshot.Hash) yield return "the document does not have its hash";

        var (document, unreadable) = TryRead(snapshot.Document);
        if (document is null)
        {
            yield return unreadable;
            yield break;
        }

        if ((document.Milestone, document.Number, document.Reason, document.Instrument.Hash, document.Engine)
            != (snapshot.Milestone, snapshot.Number, snapshot.Reason, snapshot.InstrumentHash, snapshot.EngineVersion))
            yield return "the row and the document name different facts";
        if (!instruments.TryGetValue(document.Instrument.Hash, out var instrument))
        {
            yield return $"there is no intact instrument with the hash {document.Instrument.Hash}";
            yield break;
        }

        foreach (var difference in Differences(document.Results, SnapshotResults.Compute(ScoringPlan.Compile(instrument.Instrument), document.Milestone, document.Inputs)))
            yield return document.Engine == ScoringEngine.Version ? difference : $"{difference} (engine {document.Engine}, now {ScoringEngine.Version})";
        if (snapshot.Predicate != document.Results.Total?.Predicate || snapshot.Index != SnapshotMaterial.Sortable(document.Results.Total))
            yield return "the row and the document have different results";
    }

    private static (SnapshotDocument? Document, string Problem) TryRead(string json)
    {
        try
        {
            return (SnapshotReader.Read(json), "");
        }
        catch (FormatException e)
        {
            return (null, e.Message);
        }
    }

    private static IEnumerable<string> Differences(SnapshotResults stored, SnapshotResults computed)
    {
        if (stored.Total != computed.Total) yield return $"index is {stored.Total?.Exact} {stored.Total?.Predicate}, computed {computed.Total?.Exact} {computed.Total?.Predicate}";
        if (stored.SelfTotal != computed.SelfTotal) yield return $"own index is {stored.SelfTotal?.Exact}, computed {computed.SelfTotal?.Exact}";
        if (!stored.Nodes.Select(n => n.Code).SequenceEqual(computed.Nodes.Select(n => n.Code), StringComparer.Ordinal))
        {
            yield return "its nodes are not the instrument's";
            yield break;
        }

        foreach (var (was, now) in stored.Nodes.Zip(computed.Nodes).Where(pair => pair.First != pair.Second))
            yield return $"{was.Code} is {was.External?.Exact ?? was.Self?.Exact}, computed {now.External?.Exact ?? now.Self?.Exact}";
    }

    // Only an instrument whose stored text still has its hash may judge.
    private async Task<Dictionary<string, InstrumentDocument>> InstrumentsAsync(CancellationToken ct)
    {
        var versions = await db.InstrumentVersions.Select(v => new { v.Hash, v.Document }).ToListAsync(ct);
        return versions.Where(v => SnapshotReader.HashOf(v.Document) == v.Hash)
            .ToDictionary(v => v.Hash, v => InstrumentDocument.FromCanonicalJson(System.Text.Encoding.UTF8.GetBytes(v.Document)), StringComparer.Ordinal);
    }
}
