using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Results;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.SharedCore;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SharedCore;

/// <summary>
/// The core of a round from its published snapshots, at the final stage, by the mapping the tenant approved. Nothing is hidden in it: what leaves the tenant goes through its disclosure control first.
/// </summary>
public sealed class ReadCoreSummary(TenantDbContext db, InstrumentLibrary instruments, ReadCoreMapping mappings, TimeProvider clock)
{
    /// <param name="round">Code of the round.</param>
    /// <param name="at">Published results as they were in force at this instant; null: now.</param>
    /// <param name="counted">Codes of the agencies whose answers count; null: all. Of others it is as if they had none.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>Null where there is no such round, nothing of it is published, or no mapping of its instrument is in force.</returns>
    public async Task<CoreSummary?> HandleAsync(string round, DateTime? at = null, IReadOnlySet<string>? counted = null, CancellationToken ct = default)
    {
        if (await db.Rounds.Where(r => r.Code == round).Select(r => new { r.Id, r.InstrumentVersionId }).FirstOrDefaultAsync(ct) is not { } found) return null;
        var instrument = (await instruments.GetAsync(found.InstrumentVersionId, ct)).Instrument;
        if (await mappings.InForceAsync(instrument.Code, ct) is not { } mapping) return null;

        var now = at ?? clock.UtcNow;
        var agencies = await AgenciesAsync(found.Id, instrument, now, counted, ct);
        if (agencies.TrueForAll(agency => agency.Values.Count == 0)) return null;
        var terms = new CoreTerms
        {
            Core = ShippedCore.Document.Structure,
            Mapping = mapping.Document.Mapping,
            MappingVersion = mapping.Version.Number,
            MappingHash = mapping.Version.Hash!,
            InstrumentHash = await db.InstrumentVersions.Where(v => v.Id == found.InstrumentVersionId).Select(v => v.Hash).SingleAsync(ct),
            Round = round,
            Stage = CoreStage.Final,
        };
        return CoreSummary.Of(terms, agencies, await BeforeAsync(round, found.InstrumentVersionId, instrument, now, counted, ct));
    }

    /// <summary>The latest round before this one that has published results; null where it was on another version of the instrument.</summary>
    private async Task<List<CoreAgency>?> BeforeAsync(string round, Guid instrumentVersionId, Instrument instrument, DateTime at, IReadOnlySet<string>? counted, CancellationToken ct)
    {
        var rounds = await db.Rounds.Where(r => db.Assessments.Any(a => a.RoundId == r.Id && db.Snapshots.Any(s => s.AssessmentId == a.Id && s.Milestone == Milestone.Published)))
            .Select(r => new { r.Id, r.Code, r.InstrumentVersionId }).ToListAsync(ct);
        var before = rounds.Where(r => string.CompareOrdinal(r.Code, round) < 0).MaxBy(r => r.Code, StringComparer.Ordinal);
        return before?.InstrumentVersionId == instrumentVersionId ? await AgenciesAsync(before.Id, instrument, at, counted, ct) : null;
    }

    /// <summary>Every agency in the round; one without a published result has no values, which is no answer.</summary>
    private async Task<List<CoreAgency>> AgenciesAsync(Guid roundId, Instrument instrument, DateTime at, IReadOnlySet<string>? counted, CancellationToken ct)
    {
        var inRound = await (
            from assessment in db.Assessments
            join agency in db.Agencies on assessment.AgencyId equals agency.Id
            where assessment.RoundId == roundId
            select new { agency.Code, agency.Group }).ToListAsync(ct);
        var documents =
            from snapshot in db.PublishedInForce(at)
            join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
            where assessment.RoundId == roundId
            select snapshot.Document;
        var published = new Dictionary<string, CoreAgency>(StringComparer.Ordinal);
        await foreach (var document in documents.AsAsyncEnumerable().WithCancellation(ct))
        {
            var agency = CoreSlice.Read(document).ToAgency(instrument);
            if (counted?.Contains(agency.Code) != false) published[agency.Code] = agency;
        }

        return [.. inRound.OrderBy(a => a.Code, StringComparer.Ordinal).Select(a => published.GetValueOrDefault(a.Code) ?? new CoreAgency { Code = a.Code, Group = a.Group, Values = new Dictionary<string, decimal?>() })];
    }
}
