using System.Linq.Expressions;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Rounds;
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
    private static readonly Expression<Func<Placed, Agency, AssessmentRef>> Reference = (placed, agency) => new AssessmentRef
    {
        Id = placed.Assessment.Id,
        Round = placed.Round.Code,
        AgencyId = agency.Id,
        Agency = agency.Code,
        AgencyNames = agency.Names,
        Synthetic = agency.Synthetic,
        Status = placed.Assessment.Status,
        Version = placed.Assessment.Version,
        InstrumentVersionId = placed.Round.InstrumentVersionId,
        AnswersDueAt = placed.Round.AnswersDueAt,
    };

    private static readonly PerModel<Func<TenantDbContext, string, string, CancellationToken, Task<AssessmentRef?>>> ByCodes = new(() => EF.CompileAsyncQuery(
        (TenantDbContext db, string round, string agency, CancellationToken ct) => db.Assessments
            .Join(db.Rounds, a => a.RoundId, r => r.Id, (a, r) => new Placed { Assessment = a, Round = r })
            .Join(db.Agencies, p => p.Assessment.AgencyId, a => a.Id, Reference)
            .FirstOrDefault(a => a.Round == round && a.Agency == agency)));

    private static readonly PerModel<Func<TenantDbContext, Guid, CancellationToken, Task<AssessmentRef?>>> ById = new(() => EF.CompileAsyncQuery(
        (TenantDbContext db, Guid id, CancellationToken ct) => db.Assessments
            .Join(db.Rounds, a => a.RoundId, r => r.Id, (a, r) => new Placed { Assessment = a, Round = r })
            .Join(db.Agencies, p => p.Assessment.AgencyId, a => a.Id, Reference)
            .FirstOrDefault(a => a.Id == id)));

    public async Task<Result<AssessmentRef>> HandleAsync(string round, string agency, AssessmentAccess access, CancellationToken ct) =>
        await JudgeAsync(await ByCodes.For(db)(db, round, agency, ct), access, ct);

    public async Task<Result<AssessmentRef>> HandleAsync(Guid assessmentId, AssessmentAccess access, CancellationToken ct) =>
        await JudgeAsync(await ById.For(db)(db, assessmentId, ct), access, ct);

    private async Task<Result<AssessmentRef>> JudgeAsync(AssessmentRef? found, AssessmentAccess access, CancellationToken ct)
    {
        if (found is null) return Result<AssessmentRef>.From(Result.NotFound());

        var who = actor.Current;
        var assigned = who.Can(Permissions.AssessmentsReview)
            && await db.AssessorAssignments.AnyAsync(a => a.AssessmentId == found.Id && a.AssessorId == who.Id, ct);
        return AssessmentRules.Allows(who, found.AgencyId, assigned, access) ? found : Result<AssessmentRef>.From(Result.Forbidden());
    }

    private sealed class Placed
    {
        public required Assessment Assessment { get; init; }
        public required Round Round { get; init; }
    }
}
