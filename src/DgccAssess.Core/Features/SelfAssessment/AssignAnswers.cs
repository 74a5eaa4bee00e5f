using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Version">The answer's version the coordinator saw.</param>
public sealed record AnswerToAssign(string Indicator, int? Version);

/// <param name="Assessment">As <see cref="FindAssessment"/> found it in this request.</param>
/// <param name="HolderId">A respondent or coordinator of the agency; null gives the answers back to everybody.</param>
/// <param name="Versions">The answers, one or many, each with its version; all or none are assigned.</param>
public sealed record AssignAnswersCommand(AssessmentRef Assessment, Guid? HolderId, IReadOnlyList<AnswerToAssign> Versions);

public sealed record AnswerAssigned(string Subject, Guid? OldHolderId, Guid? HolderId, [property: Personal] string? HolderName) : AuditFact(Subject);

/// <summary>Hands indicators to a person of the agency; from then on only they and the coordinator may answer them.</summary>
public sealed class AssignAnswers(TenantDbContext db, ListRespondents respondents, ActorContext actor, AuditTrail audit)
{
    public async Task<Result> HandleAsync(AssignAnswersCommand command, CancellationToken ct = default)
    {
        var assessment = command.Assessment;
        if (AnswerRules.Coordinate(assessment, actor.Current) is { Succeeded: false } refused) return refused;
        if (command.Versions.Count == 0) return Result.Invalid("Answers", SelfAssessmentMessages.NothingChosen);
        if (command.Versions.Any(a => a.Version is null)) return Result.Invalid("Version", Messages.VersionMissing);

        var holder = (await respondents.HandleAsync(assessment.AgencyId, ct)).FirstOrDefault(r => r.Id == command.HolderId);
        if (command.HolderId is not null && holder is null) return Result.Invalid("Holder", SelfAssessmentMessages.HolderUnknown);

        var codes = command.Versions.Select(a => a.Indicator).ToList();
        var answers = await db.Answers.Where(a => a.AssessmentId == assessment.Id && codes.Contains(a.Indicator)).ToListAsync(ct);
        if (answers.Count != codes.Distinct(StringComparer.Ordinal).Count()) return Result.NotFound();

        var toChange = answers.Where(a => a.HolderId != command.HolderId).ToList();
        if (toChange.Count == 0) return Result.Ok;
        if (toChange.Exists(a => command.Versions.First(c => c.Indicator == a.Indicator).Version != a.Version)) return Result.Stale();

        foreach (var answer in toChange)
        {
            audit.Record(new AnswerAssigned($"{assessment.Subject}/{answer.Indicator}", answer.HolderId, command.HolderId, holder?.Name));
            answer.AssignTo(command.HolderId);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Stale();
        }
    }
}
