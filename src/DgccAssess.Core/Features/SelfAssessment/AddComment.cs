using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <param name="Assessment">As <see cref="FindAssessment"/> found it in this request.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Id">Made with the form: the same comment sent twice is stored once.</param>
/// <param name="Text">What the person says.</param>
public sealed record AddCommentCommand(AssessmentRef Assessment, string Indicator, Guid Id, string Text) : ICreation;

public sealed record CommentAdded(string Subject, Guid CommentId) : AuditFact(Subject);

/// <summary>A remark to the others of the agency; everybody who answers may comment, also on what somebody else holds.</summary>
public sealed class AddComment(TenantDbContext db, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Characters.</summary>
    public const int Length = 2000;

    public async Task<Result> HandleAsync(AddCommentCommand command, CancellationToken ct = default)
    {
        var (assessment, who) = (command.Assessment, actor.Current);
        if (AnswerRules.Edit(assessment, who.Id, who) is { Succeeded: false } refused) return refused;
        if (command.Id == Guid.Empty) return Result.Invalid(nameof(command.Id), Messages.VersionMissing);
        if (command.Text.Length == 0) return Result.Invalid(nameof(command.Text), SelfAssessmentMessages.CommentMissing);
        if (command.Text.Length > Length) return Result.Invalid(nameof(command.Text), SelfAssessmentMessages.CommentTooLong, Length, command.Text.Length);

        var answer = await db.Answers
            .Where(a => a.AssessmentId == assessment.Id && a.Indicator == command.Indicator)
            .Select(a => new { a.Id, Repeated = db.AnswerComments.Any(c => c.Id == command.Id) })
            .FirstOrDefaultAsync(ct);
        if (answer is null) return Result.NotFound();
        if (answer.Repeated) return Result.Ok;

        db.AnswerComments.Add(new AnswerComment { Id = command.Id, AnswerId = answer.Id, AuthorId = who.Id, AuthorName = who.Name, At = clock.UtcNow, Text = command.Text });
        audit.Record(new CommentAdded($"{assessment.Subject}/{command.Indicator}", command.Id));
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // The same comment arrived twice at once: the other request stored it.
            db.ChangeTracker.Clear();
            if (await db.AnswerComments.AnyAsync(c => c.Id == command.Id, ct)) return Result.Ok;
            throw;
        }
    }
}
