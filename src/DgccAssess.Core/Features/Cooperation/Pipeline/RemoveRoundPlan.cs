using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation.Pipeline;

/// <param name="Id">Of the plan.</param>
/// <param name="Version">The version it was read with.</param>
public sealed record RemoveRoundPlanCommand(Guid Id, int? Version);

public sealed record RoundPlanRemoved(string Country, string Round, RoundPlanContent Content) : AuditFact(CooperationSubject.OfPlan(Country, Round));

public sealed class RemoveRoundPlan(RegisterWriter writer)
{
    public async Task<Result> HandleAsync(RemoveRoundPlanCommand command, CancellationToken ct = default)
    {
        var db = writer.Db;
        if (!writer.MayWrite) return Result.Forbidden();
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        // Gone already: the same form twice.
        if (await db.RoundPlans.SingleOrDefaultAsync(p => p.Id == command.Id, ct) is not { } plan) return Result.Ok;
        if (plan.Version != version) return Result.Stale();

        db.Remove(plan);
        writer.Record(new RoundPlanRemoved(plan.Country, plan.Code, plan.Content));
        var saved = await writer.SaveAsync(plan, () => db.RoundPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Id, ct), ct);
        return saved.Kind is ResultKind.NotFound ? Result.Ok : saved;
    }
}
