using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Rounds;

public sealed record OpenRoundCommand(string Code, CycleType CycleType, Guid InstrumentVersionId, DateTime? AnswersDueAt, IReadOnlyList<string> Agencies) : ICreation;

public sealed record RoundOpened(string Code, CycleType CycleType, int Agencies) : AuditFact($"rounds/{Code}");

/// <summary>Opens a round for a locus of agencies: every agency gets its assessment with one empty answer per indicator.</summary>
public sealed class OpenRound(TenantDbContext db, InstrumentLibrary instruments, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result<Round>> HandleAsync(OpenRoundCommand command, CancellationToken ct = default)
    {
        if (await db.Rounds.AnyAsync(r => r.Code == command.Code, ct)) return Result<Round>.From(Result.Conflict(RoundMessages.CodeTaken, command.Code));

        var agencies = await db.Agencies.Where(a => command.Agencies.Contains(a.Code)).ToListAsync(ct);
        var unknown = command.Agencies.Except(agencies.Select(a => a.Code), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) return Result<Round>.From(Result.Invalid(nameof(command.Agencies), RoundMessages.AgencyUnknown, string.Join(", ", unknown)));

        var indicators = (await instruments.GetAsync(command.InstrumentVersionId, ct)).Instrument.Indicators().ToList();
        var round = Round.Create(clock.NewId(), command.Code, command.CycleType, command.InstrumentVersionId, command.AnswersDueAt);
        db.Rounds.Add(round);
        foreach (var agency in agencies)
        {
            var assessment = Assessment.Create(clock.NewId(), round.Id, agency.Id, clock.UtcNow);
            db.Assessments.Add(assessment);
            db.Answers.AddRange(indicators.Select(i => Answer.Create(clock.NewId(), assessment.Id, i.Code)));
        }

        audit.Record(new RoundOpened(command.Code, command.CycleType, agencies.Count));
        await db.SaveChangesAsync(ct);
        return round;
    }
}

public static class RoundMessages
{
    public const string CodeTaken = "Rounds.CodeTaken";
    public const string AgencyUnknown = "Rounds.AgencyUnknown";
}
