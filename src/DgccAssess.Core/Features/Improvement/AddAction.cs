using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Improvement;

/// <param name="Assessment">As <see cref="FindAssessment"/> found it in this request.</param>
/// <param name="Id">Made with the form: the same action sent twice is stored once.</param>
/// <param name="Indicator">What it is to improve.</param>
/// <param name="Content">As typed.</param>
public sealed record AddActionCommand(AssessmentRef Assessment, Guid Id, string Indicator, ActionContent Content) : ICreation;

public sealed record ActionAdded(string Subject, string Indicator, string Text) : AuditFact(Subject);

/// <summary>Takes an action of the agency's own into its plan.</summary>
public sealed class AddAction(TenantDbContext db, InstrumentLibrary instruments, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(AddActionCommand command, CancellationToken ct = default)
    {
        var (assessment, who, content) = (command.Assessment, actor.Current, command.Content);
        if (!ActionRules.MayPlan(who, assessment.AgencyId)) return Result.Forbidden();
        if (command.Id == Guid.Empty) return Result.Invalid(nameof(command.Id), Messages.VersionMissing);
        if (await db.ImprovementActions.AnyAsync(a => a.Id == command.Id, ct)) return Result.Ok;

        var problems = ActionRules.Check(content, needsText: true, DateOnly.FromDateTime(clock.UtcNow)).ToList();
        var instrument = (await instruments.GetAsync(assessment.InstrumentVersionId, ct)).Instrument;
        if (instrument.FindIndicator(command.Indicator) is null) problems.Insert(0, new(nameof(command.Indicator), Messages.UnknownIndicator, command.Indicator.Length > 32 ? command.Indicator[..32] : command.Indicator));
        if (await db.OpenActionsOf(assessment.AgencyId).CountAsync(ct) >= ActionRules.MostOpen) problems.Add(new("", ImprovementMessages.TooManyOpen, ActionRules.MostOpen));
        if (problems.Count > 0) return Result.Invalid(problems);

        var roundId = await db.Assessments.Where(a => a.Id == assessment.Id).Select(a => a.RoundId).SingleAsync(ct);
        var action = ImprovementAction.Create(command.Id, assessment.AgencyId, roundId, command.Indicator, criterion: null, who.Name, clock.UtcNow);
        action.Save(content, who.Name, clock.UtcNow);
        db.ImprovementActions.Add(action);
        audit.Record(new ActionAdded(assessment.Subject, command.Indicator, content.Text));
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // The same form arrived twice at once: the other request stored it.
            db.ChangeTracker.Clear();
            if (await db.ImprovementActions.AnyAsync(a => a.Id == command.Id, ct)) return Result.Ok;
            throw;
        }
    }
}
