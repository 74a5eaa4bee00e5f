using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Project">Code.</param>
/// <param name="Version">The version it was read with.</param>
public sealed record RemoveProjectCommand(string Project, int? Version);

/// <param name="Project">Code.</param>
/// <param name="Name">In English.</param>
/// <param name="Content">What it said, as it is nowhere else any more.</param>
/// <param name="Parts">How many lines, outputs and indicators went with it.</param>
public sealed record CooperationProjectRemoved(string Project, string Name, ProjectContent Content, int Parts) : AuditFact(CooperationSubject.Of(Project));

/// <summary>Takes a project that should never have been in the register out of it, with all that belongs to it. One that ended is changed instead.</summary>
public sealed class RemoveProject(RegisterWriter writer)
{
    public async Task<Result> HandleAsync(RemoveProjectCommand command, CancellationToken ct = default)
    {
        var db = writer.Db;
        if (!writer.MayWrite) return Result.Forbidden();
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        // Gone already: the same form twice.
        if (await db.CooperationProjects.SingleOrDefaultAsync(p => p.Code == command.Project, ct) is not { } project) return Result.Ok;
        if (project.Version != version) return Result.Stale();
        if (await db.CooperationProjects.Where(p => p.Follows == command.Project).OrderBy(p => p.Code).Select(p => p.Code).FirstOrDefaultAsync(ct) is { } follower) return Result.Conflict(CooperationMessages.IsFollowed, follower);

        List<ProjectPart> parts =
        [
            .. await db.ProjectBudgets.Where(p => p.ProjectId == project.Id).ToListAsync(ct),
            .. await db.ProjectOutputs.Where(p => p.ProjectId == project.Id).ToListAsync(ct),
            .. await db.LinkedIndicators.Where(p => p.ProjectId == project.Id).ToListAsync(ct),
        ];
        db.RemoveRange(parts);
        db.Remove(project);
        writer.Record(new CooperationProjectRemoved(project.Code, project.Names.In(CooperationRules.CommonLanguage), project.Content, parts.Count));
        var saved = await writer.SaveAsync(project, () => db.CooperationProjects.AsNoTracking().SingleOrDefaultAsync(p => p.Code == command.Project, ct), ct);
        return saved.Kind is ResultKind.NotFound ? Result.Ok : saved;
    }
}
