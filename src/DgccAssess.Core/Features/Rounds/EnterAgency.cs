using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Rounds;

/// <summary>Both by their codes, which make it one thing however often it is asked for.</summary>
public sealed record EnterAgencyCommand(string Round, string Agency) : ICreation;

public sealed record AgencyEntered(string Code, string Agency) : AuditFact($"rounds/{Code}/agencies/{Agency}");

/// <summary>Takes a further agency into a round that is open already: it gets its assessment with one empty answer per indicator.</summary>
public sealed class EnterAgency(TenantDbContext db, InstrumentLibrary instruments, AuditTrail audit, TimeProvider clock)
{
    /// <returns>True when it was taken in now, false when it took part already.</returns>
    public async Task<Result<bool>> HandleAsync(EnterAgencyCommand command, CancellationToken ct = default)
    {
        var round = await db.Rounds.Where(r => r.Code == command.Round).Select(r => new { r.Id, r.InstrumentVersionId }).FirstOrDefaultAsync(ct);
        var agencyId = await db.Agencies.Where(a => a.Code == command.Agency).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
        if (round is null || agencyId is not { } agency) return Result<bool>.From(Result.NotFound());
        if (await TakesPartAsync(round.Id, agency, ct)) return false;

        Add(db, clock, round.Id, agency, (await instruments.GetAsync(round.InstrumentVersionId, ct)).Instrument);
        audit.Record(new AgencyEntered(command.Round, command.Agency));
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // Asked twice at once.
            db.ChangeTracker.Clear();
            if (await TakesPartAsync(round.Id, agency, ct)) return false;
            throw;
        }
    }

    internal static void Add(TenantDbContext db, TimeProvider clock, Guid roundId, Guid agencyId, Instrument instrument)
    {
        var assessment = Assessment.Create(clock.NewId(), roundId, agencyId, clock.UtcNow);
        db.Assessments.Add(assessment);
        db.Answers.AddRange(instrument.Indicators().Select(i => Answer.Create(clock.NewId(), assessment.Id, i.Code)));
    }

    private Task<bool> TakesPartAsync(Guid roundId, Guid agencyId, CancellationToken ct) => db.Assessments.AnyAsync(a => a.RoundId == roundId && a.AgencyId == agencyId, ct);
}
