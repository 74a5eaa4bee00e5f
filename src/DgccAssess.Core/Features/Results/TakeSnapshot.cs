using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring;
using DgccAssess.Scoring.Indices;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Results;

/// <summary>Adds to the save under way what stands at a milestone; the caller saves both together.</summary>
public sealed class TakeSnapshot(TenantDbContext db, Instruments.InstrumentLibrary instruments, ActorContext actor, TimeProvider clock)
{
    public async Task<Snapshot> AddAsync(Assessment assessment, Milestone milestone, string? reason, CancellationToken ct)
    {
        var version = await (from round in db.Rounds
                             where round.Id == assessment.RoundId
                             join v in db.InstrumentVersions on round.InstrumentVersionId equals v.Id
                             select new { v.Id, v.Hash }).SingleAsync(ct);
        var instrument = (await instruments.GetAsync(version.Id, ct)).Instrument;
        await db.Ratings.Where(r => r.AssessmentId == assessment.Id).LoadAsync(ct);
        var ratings = db.Ratings.Local.Where(r => r.AssessmentId == assessment.Id && r.Stage == Stage.Self).ToDictionary(r => r.Indicator, r => r.Value);
        var total = Scorecard.Compute(instrument, ratings).Total;
        var document = JsonSerializer.Serialize(new { assessment.Id, milestone, reason, assessment.SignOff, ratings = new SortedDictionary<string, decimal?>(ratings, StringComparer.Ordinal) });
        var number = await db.Snapshots.CountAsync(s => s.AssessmentId == assessment.Id && s.Milestone == milestone, ct) + 1;
        var snapshot = new Snapshot
        {
            Id = clock.NewId(), AssessmentId = assessment.Id, Milestone = milestone, Number = number, Reason = reason,
            Index = Math.Round(total.Index.ToDecimal(), 10), Predicate = total.Predicate?.Code,
            InstrumentHash = version.Hash, EngineVersion = ScoringEngine.Version,
            Document = document, Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document))),
            TakenAt = clock.UtcNow, TakenByName = actor.Current.Name,
        };
        db.Snapshots.Add(snapshot);
        return snapshot;
    }
}
