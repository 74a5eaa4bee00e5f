using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.National;

/// <summary>Makes every national result of the space again from the snapshots it was made of and compares the documents.</summary>
public sealed class VerifyNational(TenantDbContext db, BuildNational build)
{
    public async Task<SnapshotVerification> HandleAsync(CancellationToken ct)
    {
        var differences = new List<SnapshotDifference>();
        var results = await (from result in db.NationalResults
                             join round in db.Rounds on result.RoundId equals round.Id
                             orderby round.Code, result.Number
                             select new { result.Id, round.Code, round.InstrumentVersionId }).ToListAsync(ct);
        foreach (var known in results)
        {
            var result = await db.NationalResults.AsNoTracking().SingleAsync(n => n.Id == known.Id, ct);
            var name = $"rounds/{known.Code} national {result.Number}";
            if (SnapshotReader.HashOf(result.Document) != result.Hash) differences.Add(new(name, "the document does not have its hash"));
            if (await ProblemAsync(result, known.InstrumentVersionId, ct) is { } problem) differences.Add(new(name, problem));
        }

        return new SnapshotVerification(results.Count, differences);
    }

    private async Task<string?> ProblemAsync(NationalResult result, Guid instrumentVersionId, CancellationToken ct)
    {
        NationalDocument document;
        try
        {
            document = NationalReader.Read(result.Document);
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        if ((document.Number, document.Reason, document.EmbargoEndsAt) != (result.Number, result.Reason, result.EmbargoEndsAt)) return "the row and the document name different facts";
        var again = await build.HandleAsync(FrameOf(document, result.RoundId, instrumentVersionId), ct);
        if (again is not null && NationalReader.Write(again with { Engine = document.Engine }) == result.Document) return null;
        return "computed again from its snapshots it is another" + (document.Engine == ScoringEngine.Version ? "" : $" (engine {document.Engine}, now {ScoringEngine.Version})");
    }

    /// <summary>What was not computed is taken from the document; snapshots are those in force when it was taken.</summary>
    private static NationalFrame FrameOf(NationalDocument document, Guid roundId, Guid instrumentVersionId) => new()
    {
        RoundId = roundId,
        Round = document.Round,
        CycleType = document.CycleType,
        InstrumentVersionId = instrumentVersionId,
        Number = document.Number,
        Reason = document.Reason,
        TakenAt = document.TakenAt,
        EmbargoEndsAt = document.EmbargoEndsAt,
        Participants = document.Participants,
        Regions = document.Agencies.ToDictionary(a => a.Code, a => a.Region, StringComparer.Ordinal)
            .Concat((document.Previous?.Left ?? new Dictionary<string, string>()).Select(l => KeyValuePair.Create(l.Key, (string?)l.Value))).ToDictionary(StringComparer.Ordinal),
        GroupNames = [.. document.Groups.Select(NameOf)],
        RegionNames = [.. document.Regions.Select(NameOf)],
    };

    private static NamedCode NameOf(NationalSummary summary) => new(summary.Code, new LocalizedText(summary.Names));
}
