using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.DataChecks;

/// <param name="Id">Made with the form: the same row sent twice is stored once.</param>
/// <param name="Content">As typed.</param>
public sealed record AddDataCheckCommand(Guid Id, DataCheckContent Content) : ICreation;

public sealed record DataCheckAdded(Guid Id, string SubIndicator, int Edition, decimal Held, decimal? National) : AuditFact($"data-checks/{Id}");

/// <summary>Takes a figure in doubt into the work list.</summary>
public sealed class AddDataCheck(TenantDbContext db, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(AddDataCheckCommand command, CancellationToken ct = default)
    {
        var (who, content) = (actor.Current, command.Content);
        if (!who.Can(Permissions.RoundsOrganize)) return Result.Forbidden();
        if (command.Id == Guid.Empty) return Result.Invalid(nameof(command.Id), Messages.VersionMissing);
        if (await db.DataChecks.AnyAsync(c => c.Id == command.Id, ct)) return Result.Ok;

        var problems = DataCheckRules.Check(content, DateOnly.FromDateTime(clock.UtcNow)).ToList();
        if (await db.DataChecks.CountAsync(ct) >= DataCheckRules.Most) problems.Add(new("", DataCheckMessages.TooMany, DataCheckRules.Most));
        if (problems.Count > 0) return Result.Invalid(problems);

        db.DataChecks.Add(DataCheck.Create(command.Id, content, who.Name, clock.UtcNow));
        db.DataCheckSteps.Add(StepOf(command.Id, content, who.Name, clock));
        audit.Record(new DataCheckAdded(command.Id, content.SubIndicator, content.Edition, content.HeldValue, content.NationalValue));
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // The same form arrived twice at once: the other request stored it.
            db.ChangeTracker.Clear();
            if (await db.DataChecks.AnyAsync(c => c.Id == command.Id, ct)) return Result.Ok;
            throw;
        }
    }

    internal static DataCheckStep StepOf(Guid id, DataCheckContent content, string byName, TimeProvider clock) => new()
    {
        Id = clock.NewId(), DataCheckId = id, Status = content.Status, LetterOn = content.LetterOn, LetterNumber = content.LetterNumber, At = clock.UtcNow, ByName = byName,
    };
}
