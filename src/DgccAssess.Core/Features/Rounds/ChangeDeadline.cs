using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Rounds;

/// <param name="Round">Its code.</param>
/// <param name="AnswersDueAt">Last instant of self-assessment; null: no deadline.</param>
/// <param name="Version">Of the round.</param>
public sealed record ChangeDeadlineCommand(string Round, DateTime? AnswersDueAt, int? Version);

public sealed record DeadlineChanged(string Code, DateTime? Old, DateTime? New) : AuditFact($"rounds/{Code}");

/// <summary>Sets or moves the last instant of self-assessment of a round.</summary>
public sealed class ChangeDeadline(TenantDbContext db, AuditTrail audit)
{
    public async Task<Result> HandleAsync(ChangeDeadlineCommand command, CancellationToken ct = default)
    {
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (await db.Rounds.FirstOrDefaultAsync(r => r.Code == command.Round, ct) is not { } round) return Result.NotFound();
        if (round.AnswersDueAt == command.AnswersDueAt) return Result.Ok;
        if (round.Version != command.Version) return Result.Stale();

        audit.Record(new DeadlineChanged(round.Code, round.AnswersDueAt, command.AnswersDueAt));
        round.AnswersDueAt = command.AnswersDueAt;
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody was faster: judge again by what is stored now.
            db.ChangeTracker.Clear();
            return await HandleAsync(command, ct);
        }
    }
}
