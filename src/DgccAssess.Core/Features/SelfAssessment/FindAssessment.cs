using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <summary>One agency in one round, as pages and use cases name it.</summary>
public sealed record AssessmentRef
{
    public required Guid Id { get; init; }
    public required string Round { get; init; }
    public required Guid AgencyId { get; init; }
    public required string Agency { get; init; }
    public required LocalizedText AgencyNames { get; init; }
    public required bool Synthetic { get; init; }
    public required AssessmentStatus Status { get; init; }
    public required int Version { get; init; }
    public required Guid InstrumentVersionId { get; init; }
    public required DateTime? AnswersDueAt { get; init; }

    /// <summary>Subject of audit events about it.</summary>
    public string Subject => $"rounds/{Round}/agencies/{Agency}";
}

/// <summary>Finds an assessment by the codes people say and decides whether the actor may do this with it.</summary>
public sealed class FindAssessment(TenantDbContext db, ActorContext actor)
{
    public Task<Result<AssessmentRef>> HandleAsync(string round, string agency, AssessmentAccess access, CancellationToken ct) =>
        JudgeAsync(All().Where(a => a.Round == round && a.Agency == agency), access, ct);

    public Task<Result<AssessmentRef>> HandleAsync(Guid assessmentId, AssessmentAccess access, CancellationToken ct) =>
        JudgeAsync(All().Where(a => a.Id == assessmentId), access, ct);

    private async Task<Result<AssessmentRef>> JudgeAsync(IQueryable<AssessmentRef> query, AssessmentAccess access, CancellationToken ct)
    {
        if (await query.FirstOrDefaultAsync(ct) is not { } found) return Result<AssessmentRef>.From(Result.NotFound());

        var who = actor.Current;
        var assigned = who.Can(Permissions.AssessmentsReview)
            && await db.AssessorAssignments.AnyAsync(a => a.AssessmentId == found.Id && a.AssessorId == who.Id, ct);
        return AssessmentRules.Allows(who, found.AgencyId, assigned, access) ? found : Result<AssessmentRef>.From(Result.Forbidden());
    }

    private IQueryable<AssessmentRef> All() =>
        from assessment in db.Assessments
        join round in db.Rounds on assessment.RoundId equals round.Id
        join agency in db.Agencies on assessment.AgencyId equals agency.Id
        select new AssessmentRef
        {
            Id = assessment.Id,
            Round = round.Code,
            AgencyId = agency.Id,
            Agency = agency.Code,
            AgencyNames = agency.Names,
            Synthetic = agency.Synthetic,
            Status = assessment.Status,
            Version = assessment.Version,
            InstrumentVersionId = round.InstrumentVersionId,
            AnswersDueAt = round.AnswersDueAt,
        };
}
