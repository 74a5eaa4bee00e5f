using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Project">Code.</param>
/// <param name="Version">The version it was read with.</param>
/// <param name="Content">As typed.</param>
public sealed record ChangeProjectCommand(string Project, int? Version, ProjectContent Content);

public sealed record CooperationProjectChanged(string Project, string Name, ProjectContent Old, ProjectContent New) : AuditFact(CooperationSubject.Of(Project));

public sealed class ChangeProject(RegisterWriter writer)
{
    /// <returns>Where somebody else was faster, what is stored now.</returns>
    public async Task<Result<CooperationProject>> HandleAsync(ChangeProjectCommand command, CancellationToken ct = default)
    {
        var (db, content) = (writer.Db, command.Content);
        if (!writer.MayWrite) return RegisterWriter.Failed<CooperationProject>(Result.Forbidden());
        if (command.Version is not { } version) return RegisterWriter.Failed<CooperationProject>(Result.Invalid(nameof(command.Version), Messages.VersionMissing));
        if (await db.CooperationProjects.SingleOrDefaultAsync(p => p.Code == command.Project, ct) is not { } project) return RegisterWriter.Failed<CooperationProject>(Result.NotFound());
        List<Problem> problems = [.. CooperationRules.Check(content), .. await FollowChain.CheckAsync(db, command.Project, content.Follows, ct)];
        if (problems.Count > 0) return RegisterWriter.Failed<CooperationProject>(Result.Invalid(problems));
        if (project.Content == content) return project;
        if (project.Version != version) return Result<CooperationProject>.StaleWith(project);

        writer.Record(new CooperationProjectChanged(command.Project, content.Names.In(CooperationRules.CommonLanguage), project.Content, content));
        project.Save(content, writer.WriterName, writer.Now);
        return await writer.SaveAsync(project, () => db.CooperationProjects.AsNoTracking().SingleOrDefaultAsync(p => p.Code == command.Project, ct), ct);
    }
}
