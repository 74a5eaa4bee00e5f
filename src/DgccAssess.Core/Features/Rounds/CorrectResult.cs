using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Rounds;

public sealed record CorrectResultCommand(Guid AssessmentId, IReadOnlyList<FinalValue> Values, string Reason, int? Version);

public sealed record ResultCorrected(string Assessment, string Reason, IReadOnlyList<FinalChange> Changes) : AuditFact(Assessment);

/// <summary>Corrects a published result: a further published version with its reason; the earlier ones stay as they were.</summary>
public sealed class CorrectResult(TenantDbContext db, FindAssessment find, FinalRatings finals, TakeSnapshot snapshots, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Characters of a reason; the column holds as many.</summary>
    public const int ReasonLength = 2000;

    public async Task<Result> HandleAsync(CorrectResultCommand command, CancellationToken ct = default)
    {
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        var found = await find.HandleAsync(command.AssessmentId, AssessmentAccess.Organize, ct);
        if (!found.Succeeded) return found;
        var reason = command.Reason.Trim();
        var problems = (await finals.CheckAsync(found.Value!, command.Values, ct)).Concat(CheckReason(reason)).ToList();
        if (problems.Count > 0) return Result.Invalid(problems);

        await using var hold = await db.HoldAsync(command.AssessmentId, ct);
        var assessment = await db.Assessments.SingleAsync(a => a.Id == command.AssessmentId, ct);
        var stored = assessment.Version;
        var corrected = assessment.Correct(clock.UtcNow);
        if (!corrected.Succeeded) return corrected;

        var changes = await finals.ApplyAsync(command.AssessmentId, command.Values, ct);
        if (changes.Count == 0 && stored == version + 1 && await LatestReasonAsync(command.AssessmentId, ct) == reason) return Result.Ok;
        if (stored != version) return Result.Stale();
        if (changes.Count == 0) return Result.Invalid("", RoundMessages.NothingChanged);

        audit.Record(new ResultCorrected(found.Value!.Subject, reason, changes));
        await snapshots.AddAsync(assessment, Milestone.Published, reason, ct);
        await db.SaveChangesAsync(ct);
        await hold.CommitAsync(ct);
        return Result.Ok;
    }

    private Task<string?> LatestReasonAsync(Guid assessmentId, CancellationToken ct) => db.Snapshots
        .Where(s => s.AssessmentId == assessmentId && s.Milestone == Milestone.Published)
        .OrderByDescending(s => s.Number).Select(s => s.Reason).FirstOrDefaultAsync(ct);

    private static IEnumerable<Problem> CheckReason(string reason)
    {
        if (reason.Length == 0) yield return new Problem(nameof(CorrectResultCommand.Reason), RoundMessages.ReasonMissing);
        if (reason.Length > ReasonLength) yield return new Problem(nameof(CorrectResultCommand.Reason), Messages.TooLong, ReasonLength);
    }
}
