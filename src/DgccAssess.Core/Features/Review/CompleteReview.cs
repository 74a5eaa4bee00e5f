using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Review;

public sealed record CompleteReviewCommand(Guid AssessmentId, int? Version);

public sealed record ReviewCompleted(string Assessment, int Assessors, int Indicators) : AuditFact(Assessment);

/// <summary>Ends the document review: every assigned assessor has a value and an explanation for every indicator.</summary>
public sealed class CompleteReview(
    TenantDbContext db, FindAssessment find, InstrumentLibrary instruments, TakeSnapshot snapshots, AuditTrail audit, ActorContext actor, TimeProvider clock)
{
    public async Task<Result> HandleAsync(CompleteReviewCommand command, CancellationToken ct = default)
    {
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        var found = await find.HandleAsync(command.AssessmentId, AssessmentAccess.Review, ct);
        if (!found.Succeeded) return found;

        await using var hold = await db.HoldAsync(command.AssessmentId, ct);
        var assessment = await db.Assessments.SingleAsync(a => a.Id == command.AssessmentId, ct);
        if (assessment.Status is AssessmentStatus.Reviewed && assessment.Version == version + 1) return Result.Ok;

        var indicators = (await instruments.GetAsync(found.Value!.InstrumentVersionId, ct)).Instrument.Indicators().Select(i => i.Code).ToList();
        var missing = await MissingAsync(command.AssessmentId, indicators, ct);
        if (assessment.Status is AssessmentStatus.Answering) return Result.Conflict(Messages.NotSignedOff);
        if (assessment.Status >= AssessmentStatus.Reviewed) return Result.Conflict(ReviewMessages.AlreadyComplete);
        if (assessment.Version != version) return Result.Stale();
        if (!missing.TryGetValue(actor.Current.Id, out var own)) return Result.Forbidden();
        if (own.Count > 0) return Result.Invalid("", ReviewMessages.Incomplete, own.Count, string.Join(", ", own));
        if (missing.Count(m => m.Value.Count > 0) is > 0 and var others) return Result.Conflict(ReviewMessages.OthersNotReady, others);

        var completed = assessment.CompleteReview(clock.UtcNow);
        if (!completed.Succeeded) return completed;

        audit.Record(new ReviewCompleted(found.Value.Subject, missing.Count, indicators.Count));
        await snapshots.AddAsync(assessment, Milestone.Reviewed, reason: null, ct);
        await db.SaveChangesAsync(ct);
        await hold.CommitAsync(ct);
        return Result.Ok;
    }

    private async Task<Dictionary<Guid, IReadOnlyList<string>>> MissingAsync(Guid assessmentId, List<string> indicators, CancellationToken ct)
    {
        var assessors = await db.AssessorAssignments.Where(a => a.AssessmentId == assessmentId).Select(a => a.AssessorId).ToListAsync(ct);
        var ratings = await db.Ratings.Where(r => r.AssessmentId == assessmentId && r.Stage == Stage.Document)
            .Select(r => new { r.RaterId, r.Indicator, r.Value, r.Explanation }).ToListAsync(ct);
        var done = ratings.Where(r => VerdictRules.IsComplete(r.Value, r.Explanation)).ToLookup(r => r.RaterId, r => r.Indicator);
        return assessors.ToDictionary(a => a, IReadOnlyList<string> (a) => [.. indicators.Except(done[a], StringComparer.Ordinal)]);
    }
}

public static class ReviewMessages
{
    public const string Incomplete = "Review.Incomplete";
    public const string AlreadyComplete = "Review.AlreadyComplete";
    public const string OthersNotReady = "Review.OthersNotReady";
}
