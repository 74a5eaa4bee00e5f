using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Results;
using DgccAssess.Scoring;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.National;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.National;

/// <summary>Makes the national document of a round from the snapshots in force at an instant. The same frame gives the same document, so that it can be checked later.</summary>
public sealed class BuildNational(TenantDbContext db, InstrumentLibrary instruments)
{
    private const int UnmetShown = 50;

    /// <returns>Null where nothing of the round is published.</returns>
    internal async Task<NationalDocument?> HandleAsync(NationalFrame frame, CancellationToken ct)
    {
        var plan = ScoringPlan.Compile((await instruments.GetAsync(frame.InstrumentVersionId, ct)).Instrument);
        var now = await ReadPublishedRound.InForceAsync(db, frame.RoundId, plan, frame.TakenAt, ct);
        if (now.Agencies.Count == 0) return null;

        var instrument = new SnapshotInstrument(plan.Instrument.Code, await db.InstrumentVersions.Where(v => v.Id == frame.InstrumentVersionId).Select(v => v.Hash).SingleAsync(ct));
        var before = await BeforeAsync(frame, ct);
        var figures = new NationalFigures(plan, frame, now, before, instrument);
        return new NationalDocument
        {
            Schema = NationalDocument.CurrentSchema,
            Round = frame.Round,
            CycleType = frame.CycleType,
            Number = frame.Number,
            Reason = frame.Reason,
            TakenAt = frame.TakenAt,
            EmbargoEndsAt = frame.EmbargoEndsAt,
            Instrument = instrument,
            Engine = ScoringEngine.Version,
            Participants = frame.Participants,
            Synthetic = now.Agencies.Any(a => a.Agency.Synthetic),
            Previous = before is null ? null : new NationalPrevious(before.Round, before.Instrument, figures.IsComparable, figures.Left()),
            Nodes = figures.Nodes,
            Agencies = figures.Agencies(),
            Whole = figures.Whole(),
            Groups = figures.Groups(),
            Regions = figures.Regions(),
            Sensitivity = new NationalSensitivity(RankSensitivity.Weightings, NationalFigures.Spread, NationalFigures.SeedOf(instrument.Hash)),
            Unmet = [.. now.Unmet.MostCommon(UnmetShown).Select(c => new NationalUnmet(c.Criterion, c.Indicator, c.Level, c.Agencies))],
            History = before is null ? [] : [figures.Past(before), .. before.History],
        };
    }

    /// <summary>The latest round before this one that had published results then; rounds are in the order of their codes.</summary>
    private async Task<RoundBefore?> BeforeAsync(NationalFrame frame, CancellationToken ct)
    {
        var rounds = await (
            from round in db.Rounds
            join version in db.InstrumentVersions on round.InstrumentVersionId equals version.Id
            select new { round.Id, round.Code, Instrument = new SnapshotInstrument(version.Code, version.Hash) }).ToListAsync(ct);
        foreach (var round in rounds.Where(r => string.CompareOrdinal(r.Code, frame.Round) < 0).OrderByDescending(r => r.Code, StringComparer.Ordinal))
        {
            var published = await ReadPublishedRound.InForceAsync(db, round.Id, plan: null, frame.TakenAt, ct);
            if (published.Agencies.Count == 0) continue;
            var document = await db.NationalResults.Where(n => n.RoundId == round.Id && n.TakenAt <= frame.TakenAt).OrderByDescending(n => n.Number).Select(n => n.Document).FirstOrDefaultAsync(ct);
            return new RoundBefore(round.Code, round.Instrument, published.Agencies, document is null ? [] : NationalReader.Read(document).History);
        }

        return null;
    }
}

/// <param name="Round">Its code.</param>
/// <param name="Instrument">Its instrument.</param>
/// <param name="Agencies">Their figures then.</param>
/// <param name="History">What its own national result knew of rounds before it.</param>
internal sealed record RoundBefore(string Round, SnapshotInstrument Instrument, IReadOnlyList<PublishedAgency> Agencies, IReadOnlyList<NationalPast> History);
