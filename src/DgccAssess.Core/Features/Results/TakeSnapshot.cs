using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring;
using DgccAssess.Scoring.Indices;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Results;

/// <summary>Adds what stands at a milestone to the save that is under way.</summary>
public sealed class TakeSnapshot(TenantDbContext db, InstrumentLibrary instruments, ActorContext actor, TimeProvider clock)
{
    public async Task<Snapshot> AddAsync(Assessment assessment, Milestone milestone, string? reason, CancellationToken ct)
    {
        var version = await (from round in db.Rounds join v in db.InstrumentVersions on round.InstrumentVersionId equals v.Id where round.Id == assessment.RoundId select v).SingleAsync(ct);
        await db.Ratings.Where(r => r.AssessmentId == assessment.Id).LoadAsync(ct);
        var ratings = db.Ratings.Local.Where(r => r.AssessmentId == assessment.Id).ToList();
        var final = ratings.Where(r => r.Stage == Stage.Final).ToDictionary(r => r.Indicator, r => r.Value);
        var card = milestone >= Milestone.Final ? Scorecard.Compute((await instruments.GetAsync(version.Id, ct)).Instrument, final) : null;
        var document = JsonSerializer.Serialize(ratings.OrderBy(r => r.Stage).ThenBy(r => r.Indicator, StringComparer.Ordinal).Select(r => new { r.Stage, r.Indicator, r.Value, r.Explanation }));
        var snapshot = new Snapshot
        {
            Id = clock.NewId(), AssessmentId = assessment.Id, Milestone = milestone, Reason = reason,
            Number = 1 + await db.Snapshots.CountAsync(s => s.AssessmentId == assessment.Id && s.Milestone == milestone, ct),
            Index = card is null ? null : decimal.Parse(card.Total.ExactText!, CultureInfo.InvariantCulture), Predicate = card?.Total.Predicate?.Code,
            InstrumentHash = version.Hash, EngineVersion = ScoringEngine.Version, Document = document,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document))), TakenAt = clock.UtcNow, TakenByName = actor.Current.Name,
        };
        db.Snapshots.Add(snapshot);
        return snapshot;
    }
}
