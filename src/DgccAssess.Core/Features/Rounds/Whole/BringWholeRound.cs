using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Rounds.Whole;

/// <summary>The round by its code and each assessment by round and agency: whatever is there already stays, so that it can be repeated after a crash.</summary>
/// <param name="Round">As it would be opened; its agencies are those of <paramref name="Assessments"/>.</param>
/// <param name="Assessments">How far each agency came.</param>
public sealed record BringWholeRoundCommand(OpenRoundCommand Round, IReadOnlyList<WholeAssessment> Assessments) : ICreation;

/// <param name="Added">Assessments written now.</param>
/// <param name="Rows">Rows of all kinds written now.</param>
public sealed record BroughtRound(int Added, long Rows);

/// <summary>
/// Brings in a round of the past whole: a government's own from before, or a demonstration's. The same checks, factories and snapshots as when people walk
/// through it; only the change tracker is left out.
/// </summary>
public sealed class BringWholeRound(TenantDbContext db, OpenRound opening, AssessorPool pool, InstrumentLibrary instruments, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Assessments of one transaction: some hundred rows each.</summary>
    private const int Together = 24;

    public async Task<Result<BroughtRound>> HandleAsync(BringWholeRoundCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.RoundsOrganize)) return Failed(Result.Forbidden());
        var round = await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Code == command.Round.Code, ct);
        if (round is null && await opening.CheckAsync(command.Round, ct) is { Count: > 0 } refused) return Failed(Result.Invalid(refused));
        if (round is not null && round.InstrumentVersionId != command.Round.InstrumentVersionId) return Failed(Result.Conflict(RoundMessages.CodeTaken, round.Code));

        var instrument = (await instruments.GetAsync(command.Round.InstrumentVersionId, ct)).Instrument;
        if (Refusal(instrument, command) is { } refusal) return Failed(refusal);
        if (await IneligibleAsync(command.Assessments, ct) is { } stranger) return Failed(Result.Invalid(nameof(WholeReview.Reviewers), RoundMessages.AssessorNotEligible, stranger));

        await using var bulk = new BulkInsert(db);
        if (round is null)
        {
            round = Round.Create(command.Round.Id ?? clock.NewId(), command.Round.Code, command.Round.CycleType, command.Round.InstrumentVersionId, command.Round.AnswersDueAt, command.Round.ObjectionDays!.Value, command.Round.AnswerDays!.Value);
            await bulk.WriteAsync([round, audit.EventOf(new RoundOpened(round.Code, round.CycleType, command.Assessments.Count, round.ObjectionDays, round.AnswerDays))], ct);
        }

        var subjects = await SubjectsAsync(round, ScoringPlan.Compile(instrument), command.Assessments, ct);
        var left = command.Assessments.Where(a => subjects.ContainsKey(a.Agency)).Chunk(Together).ToList();
        await WriteAsync(bulk, round.Id, subjects, left, ct);
        return new BroughtRound(left.Sum(c => c.Length), bulk.Rows);
    }

    /// <summary>Makes the next rows while the last ones are written.</summary>
    private async Task WriteAsync(BulkInsert bulk, Guid roundId, Dictionary<string, SnapshotSubject> subjects, List<WholeAssessment[]> chunks, CancellationToken ct)
    {
        if (chunks.Count == 0) return;
        var next = Task.Run(() => Rows(roundId, subjects, chunks[0]), ct);
        for (var i = 0; i < chunks.Count; i++)
        {
            var rows = await next;
            if (i + 1 < chunks.Count)
            {
                var chunk = chunks[i + 1];
                next = Task.Run(() => Rows(roundId, subjects, chunk), ct);
            }

            await bulk.WriteAsync(rows, ct);
        }
    }

    private List<object> Rows(Guid roundId, Dictionary<string, SnapshotSubject> subjects, WholeAssessment[] chunk)
    {
        var made = new IReadOnlyList<object>[chunk.Length];
        Parallel.For(0, chunk.Length, i => made[i] = new WholeRows(subjects[chunk[i].Agency], roundId, actor.Current, fact => audit.EventOf(fact), clock).Make(chunk[i]));
        // One entity behind the other, in the order in which they refer to each other: OrderBy keeps the order within.
        return [.. made.SelectMany(rows => rows).OrderBy(row => Array.IndexOf(WholeRows.Order, row.GetType()))];
    }

    private Result? Refusal(Instrument instrument, BringWholeRoundCommand command)
    {
        if (instrument.Draft && command.Assessments.Any(a => a.Result is not null)) return Result.Conflict(RoundMessages.DraftInstrument);
        var now = clock.UtcNow;
        return command.Assessments.AsParallel().AsOrdered().Select(a => WholeCheck.Find(instrument, a, now)).FirstOrDefault(p => p is not null) is { } problem
            ? Result.Invalid([problem])
            : null;
    }

    /// <summary>The first agency that somebody reviewed who may not review, or works for it.</summary>
    private async Task<string?> IneligibleAsync(IReadOnlyList<WholeAssessment> assessments, CancellationToken ct)
    {
        var (reviewers, agencies) = (await pool.AgenciesAsync(ct), await db.Agencies.Select(a => new { a.Id, a.Code }).ToDictionaryAsync(a => a.Code, a => a.Id, StringComparer.Ordinal, ct));
        return assessments.FirstOrDefault(a => a.Review is { } review && review.Reviewers.Any(
            r => !reviewers.TryGetValue(r.AssessorId, out var employer) || (employer is { } own && own == agencies.GetValueOrDefault(a.Agency))))?.Agency;
    }

    /// <summary>What the assessments that are not there yet are about, by agency.</summary>
    private async Task<Dictionary<string, SnapshotSubject>> SubjectsAsync(Round round, ScoringPlan plan, IReadOnlyList<WholeAssessment> wanted, CancellationToken ct)
    {
        var version = await db.InstrumentVersions.Where(v => v.Id == round.InstrumentVersionId).Select(v => new SnapshotInstrument(v.Code, v.Hash)).SingleAsync(ct);
        var agencies = await db.Agencies.AsNoTracking().Where(a => !db.Assessments.Any(x => x.RoundId == round.Id && x.AgencyId == a.Id)).ToListAsync(ct);
        var codes = wanted.Select(a => a.Agency).ToHashSet(StringComparer.Ordinal);
        return agencies.Where(a => codes.Contains(a.Code)).ToDictionary(a => a.Code, a => new SnapshotSubject(round.Code, round.CycleType, a, version, plan), StringComparer.Ordinal);
    }

    private static Result<BroughtRound> Failed(Result failure) => Result<BroughtRound>.From(failure);
}
