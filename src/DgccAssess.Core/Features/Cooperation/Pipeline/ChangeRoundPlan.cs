using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation.Pipeline;

/// <param name="Id">Of the plan.</param>
/// <param name="Version">The version it was read with.</param>
/// <param name="Content">As typed.</param>
/// <param name="Today">Where the hub is.</param>
public sealed record ChangeRoundPlanCommand(Guid Id, int? Version, RoundPlanContent Content, DateOnly Today);

public sealed record RoundPlanChanged(string Country, string Round, RoundPlanContent Old, RoundPlanContent New) : AuditFact(CooperationSubject.OfPlan(Country, Round));

public sealed class ChangeRoundPlan(RegisterWriter writer)
{
    /// <returns>Where somebody else was faster, what is stored now.</returns>
    public async Task<Result<RoundPlan>> HandleAsync(ChangeRoundPlanCommand command, CancellationToken ct = default)
    {
        var db = writer.Db;
        if (!writer.MayWrite) return RegisterWriter.Failed<RoundPlan>(Result.Forbidden());
        if (command.Version is not { } version) return RegisterWriter.Failed<RoundPlan>(Result.Invalid(nameof(command.Version), Messages.VersionMissing));
        if (await db.RoundPlans.SingleOrDefaultAsync(p => p.Id == command.Id, ct) is not { } plan) return RegisterWriter.Failed<RoundPlan>(Result.NotFound());
        if (RoundPlanRules.Check(command.Content, command.Today).ToList() is { Count: > 0 } problems) return RegisterWriter.Failed<RoundPlan>(Result.Invalid(problems));
        if (plan.Content == command.Content) return plan;
        if (plan.Version != version) return Result<RoundPlan>.StaleWith(plan);

        writer.Record(new RoundPlanChanged(plan.Country, plan.Code, plan.Content, command.Content));
        plan.Save(command.Content, writer.WriterName, writer.Now);
        return await writer.SaveAsync(plan, () => db.RoundPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Id, ct), ct);
    }
}
