using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Id">Made with the form.</param>
/// <param name="Center">Code of the center whose project it is.</param>
/// <param name="Code">For addresses; never changes.</param>
/// <param name="Content">As typed.</param>
public sealed record AddProjectCommand(Guid Id, string Center, string Code, ProjectContent Content) : ICreation;

public sealed record CooperationProjectAdded(string Project, string Name, ProjectContent Content) : AuditFact(CooperationSubject.Of(Project));

public sealed class AddProject(RegisterWriter writer)
{
    public async Task<Result> HandleAsync(AddProjectCommand command, CancellationToken ct = default)
    {
        var (db, content) = (writer.Db, command.Content);
        if (!writer.MayWrite) return Result.Forbidden();
        if (command.Id == Guid.Empty) return Result.Invalid(nameof(command.Id), Messages.VersionMissing);
        if (await db.CooperationCenters.Where(c => c.Code == command.Center).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct) is not { } centerId) return Result.NotFound();
        if (await IsThereAsync()) return Result.Ok;

        List<Problem> problems = [];
        if (!CooperationRules.IsCode(command.Code)) problems.Add(new(nameof(command.Code), CooperationMessages.CodeInvalid, CooperationRules.CodeLength));
        else if (await db.CooperationProjects.AnyAsync(p => p.Code == command.Code, ct)) problems.Add(new(nameof(command.Code), CooperationMessages.CodeTaken, command.Code));
        problems.AddRange(CooperationRules.Check(content));
        problems.AddRange(await FollowChain.CheckAsync(db, command.Code, content.Follows, ct));
        if (problems.Count > 0) return Result.Invalid(problems);

        var project = CooperationProject.Create(command.Id, centerId, command.Code, content, writer.WriterName, writer.Now);
        return await writer.InsertAsync(project, new CooperationProjectAdded(command.Code, content.Names.In(CooperationRules.CommonLanguage), content), IsThereAsync, ct);

        Task<bool> IsThereAsync() => db.CooperationProjects.AnyAsync(p => p.Id == command.Id, ct);
    }
}
