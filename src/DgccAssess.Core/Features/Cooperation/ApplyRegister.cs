using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Added">Keys of the facts.</param>
/// <param name="Changed">Of those that say something else.</param>
public sealed record CooperationRegisterFilled(IReadOnlyList<string> Added, IReadOnlyList<string> Changed) : AuditFact(CooperationSubject.Register);

/// <summary>Puts the facts of the hub's folder into the register, in one save. What people changed or removed there stays as they left it.</summary>
public sealed class ApplyRegister(HubDbContext db, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<RegisterPlan> PlanAsync(IReadOnlyList<RegisterFact> wanted, CancellationToken ct) => RegisterPlan.Compute(await StateAsync(ct), wanted);

    /// <returns>The plan, carried out.</returns>
    public async Task<RegisterPlan> HandleAsync(IReadOnlyList<RegisterFact> wanted, CancellationToken ct)
    {
        var plan = await PlanAsync(wanted, ct);
        if (plan.Steps.Count == 0) return plan;

        var marks = await db.SeedMarks.ToDictionaryAsync(m => m.Key, StringComparer.Ordinal, ct);
        var (centers, projects) = (await db.CooperationCenters.ToDictionaryAsync(c => c.Code, StringComparer.Ordinal, ct), await db.CooperationProjects.ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct));
        foreach (var (step, fact) in plan.Steps)
        {
            if (step is RegisterStep.Add && Add(fact, centers, projects) is { } id) db.SeedMarks.Add(new SeedMark { Key = fact.Key, Hash = Fingerprint.Of(fact.Content), RowId = id });
            if (step is RegisterStep.Change) await ChangeAsync(fact, marks[fact.Key].RowId, ct);
            // Kept is said once, not at every run.
            if (marks.TryGetValue(fact.Key, out var mark)) mark.Hash = Fingerprint.Of(fact.Content);
        }

        IReadOnlyList<string> Keys(RegisterStep step) => [.. plan.Steps.Where(s => s.Step == step).Select(s => s.Fact.Key)];
        audit.Record(new CooperationRegisterFilled(Keys(RegisterStep.Add), Keys(RegisterStep.Change)));
        await db.SaveChangesAsync(ct);
        return plan;
    }

    /// <returns>Null where its project is gone: somebody removed it.</returns>
    private Guid? Add(RegisterFact fact, Dictionary<string, CooperationCenter> centers, Dictionary<string, CooperationProject> projects)
    {
        var id = clock.NewId();
        switch (fact.Content)
        {
            case CenterContent content:
                db.Add(centers[fact.Code] = CooperationCenter.Create(id, fact.Code, content, actor.Current.Name, clock.UtcNow));
                return id;
            case ProjectContent content:
                db.Add(projects[fact.Code] = CooperationProject.Create(id, centers[fact.Parent].Id, fact.Code, content, actor.Current.Name, clock.UtcNow));
                return id;
            default:
                if (!projects.TryGetValue(fact.Parent, out var project)) return null;
                var part = New(fact.Content, id, project.Id);
                Save(part, fact.Content);
                db.Add(part);
                return id;
        }
    }

    private static ProjectPart New(object content, Guid id, Guid projectId) => content switch
    {
        BudgetContent => new BudgetLine { Id = id, ProjectId = projectId },
        OutputContent => new ProjectOutput { Id = id, ProjectId = projectId },
        _ => new LinkedIndicator { Id = id, ProjectId = projectId },
    };

    private async Task ChangeAsync(RegisterFact fact, Guid id, CancellationToken ct)
    {
        object row = fact.Kind switch
        {
            FactKind.Center => await db.CooperationCenters.SingleAsync(c => c.Id == id, ct),
            FactKind.Project => await db.CooperationProjects.SingleAsync(p => p.Id == id, ct),
            FactKind.Budget => await db.ProjectBudgets.SingleAsync(b => b.Id == id, ct),
            FactKind.Output => await db.ProjectOutputs.SingleAsync(o => o.Id == id, ct),
            _ => await db.LinkedIndicators.SingleAsync(i => i.Id == id, ct),
        };
        Save(row, fact.Content);
    }

    private void Save(object row, object content)
    {
        var (name, now) = (actor.Current.Name, clock.UtcNow);
        switch (row, content)
        {
            case (CooperationCenter center, CenterContent c): center.Save(c, name, now); break;
            case (CooperationProject project, ProjectContent c): project.Save(c, name, now); break;
            case (BudgetLine line, BudgetContent c): line.Save(c, name, now); break;
            case (ProjectOutput output, OutputContent c): output.Save(c, name, now); break;
            case (LinkedIndicator indicator, IndicatorContent c): indicator.Save(c, name, now); break;
            default: throw new InvalidOperationException($"{content.GetType().Name} does not fit {row.GetType().Name}.");
        }
    }

    private async Task<RegisterState> StateAsync(CancellationToken ct)
    {
        var marks = await db.SeedMarks.AsNoTracking().ToDictionaryAsync(m => m.Key, m => (m.Hash, m.RowId), StringComparer.Ordinal, ct);
        var (centers, projects) = (await db.CooperationCenters.AsNoTracking().ToListAsync(ct), await db.CooperationProjects.AsNoTracking().ToListAsync(ct));
        IEnumerable<(Guid Id, object Content)> rows =
        [
            .. centers.Select(c => (c.Id, (object)c.Content)), .. projects.Select(p => (p.Id, (object)p.Content)),
            .. (await db.ProjectBudgets.AsNoTracking().ToListAsync(ct)).Select(b => (b.Id, (object)b.Content)),
            .. (await db.ProjectOutputs.AsNoTracking().ToListAsync(ct)).Select(o => (o.Id, (object)o.Content)),
            .. (await db.LinkedIndicators.AsNoTracking().ToListAsync(ct)).Select(i => (i.Id, (object)i.Content)),
        ];
        HashSet<string> codes = [.. centers.Select(c => new RegisterFact(FactKind.Center, c.Code, "", c.Content).Key), .. projects.Select(p => new RegisterFact(FactKind.Project, p.Code, "", p.Content).Key)];
        return new RegisterState(marks, rows.ToDictionary(r => r.Id, r => Fingerprint.Of(r.Content)), codes);
    }
}
