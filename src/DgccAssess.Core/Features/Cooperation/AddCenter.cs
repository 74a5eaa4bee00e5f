using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Id">Made with the form.</param>
/// <param name="Code">For addresses; never changes.</param>
/// <param name="Content">As typed.</param>
public sealed record AddCenterCommand(Guid Id, string Code, CenterContent Content) : ICreation;

public sealed record CooperationCenterAdded(string Center, string Name, CenterContent Content) : AuditFact(CooperationSubject.OfCenter(Center));

public sealed class AddCenter(RegisterWriter writer)
{
    public async Task<Result> HandleAsync(AddCenterCommand command, CancellationToken ct = default)
    {
        var (db, content) = (writer.Db, command.Content);
        if (!writer.MayWrite) return Result.Forbidden();
        if (command.Id == Guid.Empty) return Result.Invalid(nameof(command.Id), Messages.VersionMissing);
        if (await IsThereAsync()) return Result.Ok;

        List<Problem> problems = [];
        if (!CooperationRules.IsCode(command.Code)) problems.Add(new(nameof(command.Code), CooperationMessages.CodeInvalid, CooperationRules.CodeLength));
        else if (await db.CooperationCenters.AnyAsync(c => c.Code == command.Code, ct)) problems.Add(new(nameof(command.Code), CooperationMessages.CenterTaken, command.Code));
        problems.AddRange(CooperationRules.Check(content));
        if (problems.Count > 0) return Result.Invalid(problems);
        if (await db.CooperationCenters.CountAsync(ct) >= CooperationRules.MostCenters) return Result.Invalid("", CooperationMessages.TooManyCenters, CooperationRules.MostCenters);

        var center = CooperationCenter.Create(command.Id, command.Code, content, writer.WriterName, writer.Now);
        return await writer.InsertAsync(center, new CooperationCenterAdded(command.Code, content.Names.In(CooperationRules.CommonLanguage), content), IsThereAsync, ct);

        Task<bool> IsThereAsync() => db.CooperationCenters.AnyAsync(c => c.Id == command.Id, ct);
    }
}
