using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Review;

/// <summary>One assessor's verdict; its version is that of the verdict the form was filled from, 0 where there was none yet.</summary>
public sealed record SaveVerdictCommand(
    Guid AssessmentId, string Indicator, IReadOnlyList<string> Criteria, decimal? Value, string Explanation, string Note, int? Version);

public sealed record VerdictSaved(string Assessment, string Indicator, decimal? Old, decimal? New) : AuditFact($"{Assessment}/{Indicator}");

public sealed record ReviewBegun(string Assessment) : AuditFact(Assessment);

/// <summary>Keeps the assessor's own verdict on one indicator. The first one of an assessment begins its review.</summary>
public sealed class SaveVerdict(
    TenantDbContext db, FindAssessment find, InstrumentLibrary instruments, AuditTrail audit, ActorContext actor, TimeProvider clock)
{
    public async Task<Result<Verdict>> HandleAsync(SaveVerdictCommand command, CancellationToken ct = default)
    {
        if (command.Version is null) return Failed(Result.Invalid(nameof(command.Version), Messages.VersionMissing));
        var found = await find.HandleAsync(command.AssessmentId, AssessmentAccess.Review, ct);
        if (!found.Succeeded) return Failed(found);

        var instrument = (await instruments.GetAsync(found.Value!.InstrumentVersionId, ct)).Instrument;
        if (instrument.FindIndicator(command.Indicator)?.Indicator is not { } indicator) return Failed(Result.NotFound());
        command = command with { Explanation = VerdictRules.Said(command.Explanation), Note = VerdictRules.Said(command.Note) };
        var content = new RatingContent(command.Criteria, command.Value, command.Explanation, command.Note);
        var problems = Check(command.Indicator, indicator, instrument.ScaleOf(indicator), content).OfType<Problem>().ToList();
        if (problems.Count > 0) return Failed(Result.Invalid(problems));

        content = content with { Criteria = VerdictRules.InOrder(indicator, command.Criteria) };
        await using var hold = await db.HoldAsync(command.AssessmentId, ct);
        var saved = await SaveAsync(found.Value, command, content, ct);
        if (saved.Succeeded) await hold.CommitAsync(ct);
        return saved;
    }

    private async Task<Result<Verdict>> SaveAsync(AssessmentRef reference, SaveVerdictCommand command, RatingContent content, CancellationToken ct)
    {
        var (who, now) = (actor.Current, clock.UtcNow);
        var rating = await db.Ratings.FirstOrDefaultAsync(
            r => r.AssessmentId == reference.Id && r.Stage == Stage.Document && r.Indicator == command.Indicator && r.RaterId == who.Id, ct);
        if (rating?.Holds(content) ?? Verdict.None.Holds(content)) return Verdict.Of(rating);

        var assessment = await db.Assessments.SingleAsync(a => a.Id == reference.Id, ct);
        var begins = assessment.Status is AssessmentStatus.Submitted;
        var begun = assessment.BeginReview(now);
        if (!begun.Succeeded) return Failed(begun);
        if (command.Version != (rating?.Version ?? 0)) return Result<Verdict>.StaleWith(Verdict.Of(rating));

        if (begins) audit.Record(new ReviewBegun(reference.Subject));
        audit.Record(new VerdictSaved(reference.Subject, command.Indicator, rating?.Value, content.Value));
        if (rating is null) db.Ratings.Add(rating = Rating.Create(clock.NewId(), reference.Id, command.Indicator, Stage.Document, who.Id, content, who.Name, now));
        else rating.Save(content, who.Name, now);
        await db.SaveChangesAsync(ct);
        return Verdict.Of(rating);
    }

    /// <summary>What is wrong with a verdict on that indicator; its fields are named as in the command.</summary>
    internal static IEnumerable<Problem?> Check(string code, Indicator indicator, Scale scale, RatingContent verdict) =>
    [
        VerdictRules.Unknown(indicator, verdict.Criteria) is { } unknown ? new Problem(nameof(verdict.Criteria), Messages.UnknownCriterion, unknown) : null,
        verdict.Value is { } value ? VerdictRules.CheckValue(nameof(verdict.Value), scale, code, value) : null,
        VerdictRules.CheckLength(nameof(verdict.Explanation), verdict.Explanation, VerdictRules.ExplanationLength),
        VerdictRules.CheckLength(nameof(verdict.Note), verdict.Note, VerdictRules.NoteLength),
    ];

    private static Result<Verdict> Failed(Result failure) => Result<Verdict>.From(failure);
}

/// <summary>A stored verdict, or none yet (version 0).</summary>
public sealed record Verdict(IReadOnlyList<string> Criteria, decimal? Value, string Explanation, string Note, string SavedByName, DateTime? SavedAt, int Version)
{
    public static Verdict None { get; } = new([], null, "", "", "", null, 0);

    public bool IsComplete => VerdictRules.IsComplete(Value, Explanation);

    public bool Holds(RatingContent content) =>
        Value == content.Value && Explanation == content.Explanation && Note == content.Note && Criteria.SequenceEqual(content.Criteria);

    public static Verdict Of(Rating? rating) =>
        rating is null ? None : new(rating.Criteria, rating.Value, rating.Explanation, rating.Note, rating.SavedByName, rating.SavedAt, rating.Version);
}
