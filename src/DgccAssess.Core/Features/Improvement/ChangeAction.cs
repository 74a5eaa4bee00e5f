using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Improvement;

/// <param name="Assessment">As <see cref="FindAssessment"/> found it in this request: an action of another agency is not found.</param>
/// <param name="Id">Of the action.</param>
/// <param name="Version">The version it was read with.</param>
/// <param name="Content">As typed.</param>
public sealed record ChangeActionCommand(AssessmentRef Assessment, Guid Id, int? Version, ActionContent Content);

public sealed record ActionChanged(string Subject, string Indicator, string? Criterion, ActionContent Old, ActionContent New) : AuditFact(Subject);

public sealed class ChangeAction(TenantDbContext db, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    /// <returns>Where somebody else was faster, what is stored now.</returns>
    public async Task<Result<ImprovementAction>> HandleAsync(ChangeActionCommand command, CancellationToken ct = default)
    {
        var who = actor.Current;
        if (!ActionRules.MayPlan(who, command.Assessment.AgencyId)) return Failed(Result.Forbidden());
        if (command.Version is not { } version) return Failed(Result.Invalid(nameof(command.Version), Messages.VersionMissing));
        if (await db.ImprovementActions.SingleOrDefaultAsync(a => a.Id == command.Id && a.AgencyId == command.Assessment.AgencyId, ct) is not { } action) return Failed(Result.NotFound());
        var problems = ActionRules.Check(command.Content, action.Criterion is null, DateOnly.FromDateTime(action.CreatedAt)).ToList();
        if (problems.Count > 0) return Failed(Result.Invalid(problems));
        if (action.Content == command.Content) return action;
        if (action.Version != version) return Result<ImprovementAction>.StaleWith(action);

        audit.Record(new ActionChanged(command.Assessment.Subject, action.Indicator, action.Criterion, action.Content, command.Content));
        action.Save(command.Content, who.Name, clock.UtcNow);
        try
        {
            await db.SaveChangesAsync(ct);
            return action;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Result<ImprovementAction>.StaleWith(await db.ImprovementActions.AsNoTracking().SingleAsync(a => a.Id == command.Id, ct));
        }
    }

    private static Result<ImprovementAction> Failed(Result failure) => Result<ImprovementAction>.From(failure);
}
