using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;

namespace DgccAssess.Core.Features.Rounds.Whole;

/// <summary>
/// The rows of one assessment, made by the same factories, transitions and functions as those of one that people walk through the pages step by step.
/// </summary>
internal sealed class WholeRows(SnapshotSubject about, Guid roundId, Actor actor, Func<AuditFact, AuditEvent> record, TimeProvider clock)
{
    /// <summary>Entities in the order in which they refer to each other.</summary>
    public static readonly Type[] Order =
        [typeof(Assessment), typeof(Answer), typeof(EvidenceItem), typeof(AssessorAssignment), typeof(Rating), typeof(Snapshot), typeof(AuditEvent)];

    private readonly List<Answer> answers = [];
    private readonly List<EvidenceItem> evidence = [];
    private readonly List<AssessorAssignment> assignments = [];
    private readonly List<Rating> ratings = [];
    private readonly List<Snapshot> snapshots = [];
    private readonly List<AuditEvent> events = [];
    private Assessment assessment = null!;

    private string Subject => $"rounds/{about.Round}/agencies/{about.Agency.Code}";

    /// <exception cref="InvalidOperationException">A transition is refused although the assessment was checked.</exception>
    public IReadOnlyList<object> Make(WholeAssessment whole)
    {
        assessment = Assessment.Create(clock.NewId(), roundId, about.Agency.Id, whole.OpenedAt);
        Answer(whole);
        if (whole.SignOff is { } signOff) Sign(signOff);
        else events.Add(record(new AgencyEntered(about.Round, about.Agency.Code)));
        if (whole.Review is { } review) Review(review);
        if (whole.Result is { } result) Publish(result);
        return [assessment, .. answers, .. evidence, .. assignments, .. ratings, .. snapshots, .. events];
    }

    private void Answer(WholeAssessment whole)
    {
        var given = whole.Answers.ToDictionary(a => a.Indicator, StringComparer.Ordinal);
        foreach (var node in about.Plan.Indicators)
        {
            var answer = SelfAssessment.Answer.Create(clock.NewId(), assessment.Id, node.Code);
            answers.Add(answer);
            if (!given.TryGetValue(node.Code, out var said)) continue;

            answer.Save(said.Content, actor.Id, actor.Name, whole.AnsweredAt);
            if (whole.SignOff is not null) answer.MarkReady();
            evidence.AddRange(said.Evidence.Select(e => EvidenceItem.File(clock.NewId(), answer.Id, e.Name, e.ContentType, e.Length, e.Sha256, actor.Id, actor.Name, whole.AnsweredAt)));
        }
    }

    private void Sign(WholeSignOff signed)
    {
        var signOff = new SignOff { ById = actor.Id, ByName = actor.Name, At = signed.At, Statement = signed.Statement, PublicationConsent = signed.PublicationConsent };
        Expect(assessment.Submit(signOff));
        ratings.AddRange(answers.Select(a => Rating.Create(
            clock.NewId(), assessment.Id, a.Indicator, Stage.Self, Guid.Empty, new RatingContent(a.Criteria, a.Level, a.Analysis, Note: ""), actor.Name, signed.At)));
        var snapshot = Snapshot(Milestone.Submitted, signed.At);
        events.Add(record(new AssessmentSignedOff(Subject, signed.Statement, signed.PublicationConsent, Receipt.ReferenceOf(snapshot.Hash))));
    }

    private void Review(WholeReview review)
    {
        Expect(assessment.BeginReview(review.BegunAt));
        events.Add(record(new AssessorsAssigned(Subject, [.. review.Reviewers.Select(r => r.AssessorId)], [])));
        foreach (var reviewer in review.Reviewers)
        {
            assignments.Add(new AssessorAssignment { AssessmentId = assessment.Id, AssessorId = reviewer.AssessorId, AssignedAt = review.BegunAt });
            ratings.AddRange(about.Plan.Indicators.Select(n => Rating.Create(
                clock.NewId(), assessment.Id, n.Code, Stage.Document, reviewer.AssessorId, reviewer.Verdicts[n.Code], reviewer.Name, review.CompletedAt)));
        }

        Expect(assessment.CompleteReview(review.CompletedAt));
        Snapshot(Milestone.Reviewed, review.CompletedAt);
        events.Add(record(new ReviewCompleted(Subject, review.Reviewers.Count, about.Plan.Indicators.Count)));
    }

    private void Publish(WholeResult result)
    {
        var assigned = assignments.Select(a => a.AssessorId).ToList();
        var verdicts = ratings.Where(r => r.Stage is Stage.Document).OrderBy(r => assigned.IndexOf(r.RaterId))
            .ToLookup(r => r.Indicator, r => new DocumentVerdict(r.Indicator, r.RaterId, r.Value, r.Explanation, r.Note, r.Criteria), StringComparer.Ordinal);
        Expect(assessment.Consolidate(result.ConsolidatedAt));
        ratings.AddRange(result.Values.Select(v => Rating.Create(
            clock.NewId(), assessment.Id, v.Indicator, Stage.Final, Guid.Empty, FinalRatings.Content(v, [.. verdicts[v.Indicator]]), actor.Name, result.ConsolidatedAt)));
        Snapshot(Milestone.Final, result.ConsolidatedAt);
        events.Add(record(new Consolidated(Subject, [.. result.Values.Select(v => new FinalChange(v.Indicator, Old: null, v.Value))])));

        Expect(assessment.Publish(result.PublishedAt));
        Snapshot(Milestone.Published, result.PublishedAt);
        events.Add(record(new ResultPublished(Subject, Public: assessment.SignOff!.PublicationConsent)));
    }

    private Snapshot Snapshot(Milestone milestone, DateTime at)
    {
        var snapshot = new SnapshotMaterial
        {
            Subject = about,
            Assessment = assessment,
            Milestone = milestone,
            Number = 1,
            Ratings = ratings,
            Services = answers.Where(a => a.Subject is not null).ToDictionary(a => a.Indicator, a => a.Subject, StringComparer.Ordinal),
            At = at,
            ByName = actor.Name,
        }.Compose(clock.NewId());
        snapshots.Add(snapshot);
        return snapshot;
    }

    private static void Expect(Result moved)
    {
        if (!moved.Succeeded) throw new InvalidOperationException($"An assessment that was checked can't go on: {string.Join(", ", moved.Problems.Select(p => p.Message))}");
    }
}
