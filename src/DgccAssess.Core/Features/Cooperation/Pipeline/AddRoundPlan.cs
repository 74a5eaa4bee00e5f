using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation.Pipeline;

/// <param name="Id">Made with the form.</param>
/// <param name="Country">One with a center.</param>
/// <param name="Code">What the partner calls the round.</param>
/// <param name="Content">As typed.</param>
/// <param name="Today">Where the hub is.</param>
public sealed record AddRoundPlanCommand(Guid Id, string Country, string Code, RoundPlanContent Content, DateOnly Today) : ICreation;

public sealed record RoundPlanAdded(string Country, string Round, RoundPlanContent Content) : AuditFact(CooperationSubject.OfPlan(Country, Round));

public sealed class AddRoundPlan(RegisterWriter writer)
{
    public async Task<Result> HandleAsync(AddRoundPlanCommand command, CancellationToken ct = default)
    {
        var db = writer.Db;
        if (!writer.MayWrite) return Result.Forbidden();
        if (command.Id == Guid.Empty) return Result.Invalid(nameof(command.Id), Messages.VersionMissing);
        if (await IsThereAsync()) return Result.Ok;

        List<Problem> problems = [];
        if (!await db.CooperationCenters.AnyAsync(c => c.Country == command.Country, ct)) problems.Add(new(nameof(command.Country), RoundPlanRules.CountryUnknown));
        if (!CooperationRules.IsCode(command.Code)) problems.Add(new(nameof(command.Code), CooperationMessages.CodeInvalid, CooperationRules.CodeLength));
        else if (await db.RoundPlans.AnyAsync(p => p.Country == command.Country && p.Code == command.Code, ct)) problems.Add(new(nameof(command.Code), RoundPlanRules.RoundTaken, command.Code));
        problems.AddRange(RoundPlanRules.Check(command.Content, command.Today));
        if (problems.Count > 0) return Result.Invalid(problems);

        var plan = RoundPlan.Create(command.Id, command.Country, command.Code, command.Content, writer.WriterName, writer.Now);
        return await writer.InsertAsync(plan, new RoundPlanAdded(command.Country, command.Code, command.Content), IsThereAsync, ct);

        Task<bool> IsThereAsync() => db.RoundPlans.AnyAsync(p => p.Id == command.Id, ct);
    }
}
