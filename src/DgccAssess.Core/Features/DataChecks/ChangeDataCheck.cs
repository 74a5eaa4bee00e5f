using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.DataChecks;

/// <param name="Id">Of the row.</param>
/// <param name="Version">The version it was read with.</param>
/// <param name="Content">As typed.</param>
public sealed record ChangeDataCheckCommand(Guid Id, int? Version, DataCheckContent Content);

public sealed record DataCheckChanged(Guid Id, string SubIndicator, DataCheckContent Old, DataCheckContent New) : AuditFact($"data-checks/{Id}");

/// <summary>Changes a row; a status or a letter that changed is a further step of its history.</summary>
public sealed class ChangeDataCheck(TenantDbContext db, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    /// <returns>Where somebody else was faster, what is stored now.</returns>
    public async Task<Result<DataCheck>> HandleAsync(ChangeDataCheckCommand command, CancellationToken ct = default)
    {
        var (who, content) = (actor.Current, command.Content);
        if (!who.Can(Permissions.RoundsOrganize)) return Failed(Result.Forbidden());
        if (command.Version is not { } version) return Failed(Result.Invalid(nameof(command.Version), Messages.VersionMissing));
        if (await db.DataChecks.SingleOrDefaultAsync(c => c.Id == command.Id, ct) is not { } check) return Failed(Result.NotFound());
        var problems = DataCheckRules.Check(content, DateOnly.FromDateTime(clock.UtcNow)).ToList();
        if (problems.Count > 0) return Failed(Result.Invalid(problems));
        var before = check.Content;
        if (before == content) return check;
        if (check.Version != version) return Result<DataCheck>.StaleWith(check);

        audit.Record(new DataCheckChanged(check.Id, check.SubIndicator, before, content));
        check.Save(content, who.Name, clock.UtcNow);
        if ((before.Status, before.LetterOn, before.LetterNumber) != (content.Status, content.LetterOn, content.LetterNumber)) db.DataCheckSteps.Add(AddDataCheck.StepOf(check.Id, content, who.Name, clock));
        try
        {
            await db.SaveChangesAsync(ct);
            return check;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Result<DataCheck>.StaleWith(await db.DataChecks.AsNoTracking().SingleAsync(c => c.Id == command.Id, ct));
        }
    }

    private static Result<DataCheck> Failed(Result failure) => Result<DataCheck>.From(failure);
}
