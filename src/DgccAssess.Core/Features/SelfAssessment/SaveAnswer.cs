using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <param name="Assessment">As <see cref="FindAssessment"/> found it in this request: the hot path does not ask twice.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Version">The answer's version the person started from.</param>
/// <param name="Content">The whole answer as it should be stored.</param>
/// <param name="Ready">The person also says that it is complete.</param>
public sealed record SaveAnswerCommand(AssessmentRef Assessment, string Indicator, int? Version, AnswerContent Content, bool Ready = false);

public sealed record AnswerSaved(string Subject, decimal? OldLevel, decimal? NewLevel) : AuditFact(Subject);

public sealed record AnswerMarkedReady(string Subject, decimal? Level) : AuditFact(Subject);

/// <summary>An answer as it is stored, for the page that wrote it or came too late.</summary>
public sealed record StoredAnswer(int Version, AnswerStatus Status, AnswerContent Content, string? ByName, DateTime? At)
{
    public static StoredAnswer Of(Answer answer) => new(
        answer.Version, answer.Status, new(answer.Criteria, answer.Level, answer.Facts, answer.Analysis, answer.Subject), answer.SavedByName, answer.SavedAt);
}

/// <summary>Stores an answer, field by field as people type. A repeat of what is stored already is Ok and changes nothing.</summary>
public sealed class SaveAnswer(TenantDbContext db, InstrumentLibrary instruments, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    private static readonly PerModel<Func<TenantDbContext, Guid, string, CancellationToken, Task<Answer?>>> Stored = new(() => EF.CompileAsyncQuery(
        (TenantDbContext db, Guid assessmentId, string indicator, CancellationToken ct) => db.Answers.AsNoTracking().FirstOrDefault(a => a.AssessmentId == assessmentId && a.Indicator == indicator)));

    public async Task<Result<StoredAnswer>> HandleAsync(SaveAnswerCommand command, CancellationToken ct = default)
    {
        var (assessment, who) = (command.Assessment, actor.Current);
        if (!AssessmentRules.Allows(who, assessment.AgencyId, isAssessor: false, AssessmentAccess.Answer)) return Refuse(Result.Forbidden());

        var instrument = (await instruments.GetAsync(assessment.InstrumentVersionId, ct)).Instrument;
        if (instrument.FindIndicator(command.Indicator) is not { } indicator) return Refuse(Result.NotFound());
        if (command.Version is null) return Refuse(Result.Invalid(nameof(command.Version), Messages.VersionMissing));

        var problems = AnswerCheck.Problems(indicator, instrument.ScaleOf(indicator.Indicator!), command.Content, command.Ready);
        if (problems.Count > 0) return Refuse(Result.Invalid(problems));

        var answer = await Stored.For(db)(db, assessment.Id, command.Indicator, ct);
        if (answer is null) return Refuse(Result.NotFound());
        if (AnswerRules.Edit(assessment, answer.HolderId, who) is { Succeeded: false } refused) return Refuse(refused);

        var (holds, readyAlready) = (answer.Holds(command.Content), answer.Status is AnswerStatus.Ready);
        if (holds && (readyAlready || !command.Ready)) return StoredAnswer.Of(answer);
        if (answer.Version != command.Version) return Result<StoredAnswer>.StaleWith(StoredAnswer.Of(answer));

        var events = Change(answer, command, holds, who);
        if (await db.ReplaceAsync(answer, events, ct)) return StoredAnswer.Of(answer) with { Version = command.Version.Value + 1 };

        // Somebody was faster, or signed off: judge again by what is stored now. The version is behind, so this can't write.
        var status = await db.Assessments.Where(a => a.Id == assessment.Id).Select(a => a.Status).SingleAsync(ct);
        return await HandleAsync(command with { Assessment = assessment with { Status = status } }, ct);
    }

    private List<AuditEvent> Change(Answer answer, SaveAnswerCommand command, bool holds, Actor who)
    {
        var (subject, events) = ($"{command.Assessment.Subject}/{command.Indicator}", new List<AuditEvent>());
        if (!holds)
        {
            events.Add(audit.EventOf(new AnswerSaved(subject, answer.Level, command.Content.Level)));
            answer.Save(command.Content, who.Id, who.Name, clock.UtcNow);
        }

        if (!command.Ready) return events;
        events.Add(audit.EventOf(new AnswerMarkedReady(subject, answer.Level)));
        answer.MarkReady();
        return events;
    }

    private static Result<StoredAnswer> Refuse(Result result) => Result<StoredAnswer>.From(result);
}
