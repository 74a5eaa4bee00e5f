using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation;

public enum PartKind
{
    Budget,
    Output,
    Indicator,
}

/// <param name="Project">Code of its project.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Of the row.</param>
/// <param name="Version">The version it was read with.</param>
public sealed record RemovePartCommand(string Project, PartKind Kind, Guid Id, int? Version);

public sealed record BudgetLineRemoved(string Project, string Name, BudgetContent Content) : AuditFact(CooperationSubject.Of(Project));

public sealed record OutputRemoved(string Project, string Name, OutputContent Content) : AuditFact(CooperationSubject.Of(Project));

public sealed record LinkedIndicatorRemoved(string Project, string Name, IndicatorContent Content) : AuditFact(CooperationSubject.Of(Project));

public sealed class RemovePart(RegisterWriter writer)
{
    public async Task<Result> HandleAsync(RemovePartCommand command, CancellationToken ct = default)
    {
        if (!writer.MayWrite) return Result.Forbidden();
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (await writer.ProjectIdAsync(command.Project, ct) is not { } projectId) return Result.NotFound();
        // Gone already: the same form twice.
        if (await FindAsync(writer.Db, command.Kind, projectId, command.Id, ct) is not { } part) return Result.Ok;
        if (part.Version != version) return Result.Stale();

        writer.Db.Remove(part);
        writer.Record(part switch
        {
            BudgetLine line => new BudgetLineRemoved(command.Project, CooperationSubject.NameOf(line.Content), line.Content),
            ProjectOutput output => new OutputRemoved(command.Project, CooperationSubject.NameOf(output.Content), output.Content),
            LinkedIndicator indicator => new LinkedIndicatorRemoved(command.Project, CooperationSubject.NameOf(indicator.Content), indicator.Content),
            _ => throw new InvalidOperationException($"{part.GetType().Name} is no part of a project."),
        });
        var saved = await writer.SaveAsync(part, () => FindAsync(writer.Db, command.Kind, projectId, command.Id, ct), ct);
        return saved.Kind is ResultKind.NotFound ? Result.Ok : saved;
    }

    internal static async Task<ProjectPart?> FindAsync(HubDbContext db, PartKind kind, Guid projectId, Guid id, CancellationToken ct) => kind switch
    {
        PartKind.Budget => await db.ProjectBudgets.SingleOrDefaultAsync(p => p.Id == id && p.ProjectId == projectId, ct),
        PartKind.Output => await db.ProjectOutputs.SingleOrDefaultAsync(p => p.Id == id && p.ProjectId == projectId, ct),
        _ => await db.LinkedIndicators.SingleOrDefaultAsync(p => p.Id == id && p.ProjectId == projectId, ct),
    };
}
