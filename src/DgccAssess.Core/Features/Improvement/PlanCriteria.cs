using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Improvement;

/// <param name="Assessment">As <see cref="FindAssessment"/> found it in this request: its agency plans, its round gave rise to it.</param>
/// <param name="Criteria">Codes of unmet criteria. One that the open plan holds already is not planned twice, so that repeating this changes nothing.</param>
public sealed record PlanCriteriaCommand(AssessmentRef Assessment, IReadOnlyList<string> Criteria) : ICreation;

public sealed record ActionsPlanned(string Subject, IReadOnlyList<string> Criteria) : AuditFact(Subject);

/// <summary>Makes an action of every chosen criterion.</summary>
public sealed class PlanCriteria(TenantDbContext db, InstrumentLibrary instruments, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    /// <returns>How many actions are new.</returns>
    public async Task<Result<int>> HandleAsync(PlanCriteriaCommand command, CancellationToken ct = default)
    {
        var (assessment, who) = (command.Assessment, actor.Current);
        if (!ActionRules.MayPlan(who, assessment.AgencyId)) return Failed(Result.Forbidden());
        if (command.Criteria.Count == 0) return Failed(Result.Invalid(nameof(command.Criteria), ImprovementMessages.NothingChosen));
        if (command.Criteria.Count > ActionRules.MostOpen) return Failed(Result.Invalid(nameof(command.Criteria), ImprovementMessages.TooManyOpen, ActionRules.MostOpen));

        var known = (await instruments.GetAsync(assessment.InstrumentVersionId, ct)).Instrument.Indicators()
            .SelectMany(node => node.Indicator!.Levels.SelectMany(level => level.Criteria).Select(criterion => (criterion, node.Code)))
            .ToDictionary(pair => pair.criterion, pair => pair.Code, StringComparer.Ordinal);
        if (command.Criteria.FirstOrDefault(c => !known.ContainsKey(c)) is { } unknown)
            return Failed(Result.Invalid(nameof(command.Criteria), ImprovementMessages.CriterionUnknown, unknown.Length > 64 ? unknown[..64] : unknown));

        var roundId = await db.Assessments.Where(a => a.Id == assessment.Id).Select(a => a.RoundId).SingleAsync(ct);
        var added = await NewAsync(command, roundId, ct);
        if (added.Count == 0) return 0;
        if (await db.OpenActionsOf(assessment.AgencyId).CountAsync(ct) + added.Count > ActionRules.MostOpen)
            return Failed(Result.Invalid(nameof(command.Criteria), ImprovementMessages.TooManyOpen, ActionRules.MostOpen));

        db.ImprovementActions.AddRange(added.Select(c => ImprovementAction.Create(clock.NewId(), assessment.AgencyId, roundId, known[c], c, who.Name, clock.UtcNow)));
        audit.Record(new ActionsPlanned(assessment.Subject, added));
        try
        {
            await db.SaveChangesAsync(ct);
            return added.Count;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Pressed twice at once: the other request planned them.
            db.ChangeTracker.Clear();
            if ((await NewAsync(command, roundId, ct)).Count == 0) return 0;
            throw;
        }
    }

    /// <summary>Those that neither the open plan nor this round's part of it holds.</summary>
    private async Task<List<string>> NewAsync(PlanCriteriaCommand command, Guid roundId, CancellationToken ct)
    {
        var held = await db.ImprovementActions
            .Where(a => a.AgencyId == command.Assessment.AgencyId && a.Criterion != null && (a.RoundId == roundId || a.State == ActionState.Planned || a.State == ActionState.UnderWay))
            .Select(a => a.Criterion!).ToListAsync(ct);
        return [.. command.Criteria.Distinct(StringComparer.Ordinal).Except(held, StringComparer.Ordinal)];
    }

    private static Result<int> Failed(Result failure) => Result<int>.From(failure);
}
