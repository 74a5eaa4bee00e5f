using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Practices;

/// <summary>A practice with what people call its place.</summary>
public sealed record FoundPractice
{
    public required Practice Practice { get; init; }

    /// <summary>Code of its round.</summary>
    public required string Round { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>Code of its agency.</summary>
    public required string Agency { get; init; }

    public required LocalizedText Names { get; init; }

    /// <summary>Subject of audit events about it.</summary>
    public string Subject => $"rounds/{Round}/agencies/{Agency}";
}

/// <summary>Practices by the codes people say.</summary>
public sealed class FindPractice(TenantDbContext db)
{
    public Task<FoundPractice?> HandleAsync(string round, string agency, string question, CancellationToken ct) =>
        Of(db.Practices.Where(p => p.Question == question)).FirstOrDefaultAsync(f => f.Round == round && f.Agency == agency, ct);

    /// <summary>Of a round, in the order of questions and agencies.</summary>
    public async Task<IReadOnlyList<FoundPractice>> OfRoundAsync(string round, CancellationToken ct) =>
        Sorted(await Of(db.Practices.AsNoTracking()).Where(f => f.Round == round).ToListAsync(ct));

    /// <summary>Of one agency in a round.</summary>
    public async Task<IReadOnlyList<FoundPractice>> OfAgencyAsync(Guid assessmentId, CancellationToken ct) =>
        Sorted(await Of(db.Practices.AsNoTracking().Where(p => p.AssessmentId == assessmentId)).ToListAsync(ct));

    /// <summary>What waits for an answer of the acting person's agency.</summary>
    public async Task<IReadOnlyList<FoundPractice>> WaitingAsync(Actor actor, CancellationToken ct) =>
        actor.AgencyId is { } agency && actor.Can(Permissions.AssessmentsCoordinate)
            ? Sorted(await Of(db.Practices.AsNoTracking().Where(p => p.State == PracticeState.Proposed)).Where(f => f.AgencyId == agency).ToListAsync(ct))
            : [];

    private IQueryable<FoundPractice> Of(IQueryable<Practice> practices) =>
        from practice in practices
        join assessment in db.Assessments on practice.AssessmentId equals assessment.Id
        join round in db.Rounds on assessment.RoundId equals round.Id
        join agency in db.Agencies on assessment.AgencyId equals agency.Id
        select new FoundPractice { Practice = practice, Round = round.Code, AgencyId = agency.Id, Agency = agency.Code, Names = agency.Names };

    private static IReadOnlyList<FoundPractice> Sorted(IEnumerable<FoundPractice> found) =>
        [.. found.OrderByDescending(f => f.Round, StringComparer.Ordinal).ThenBy(f => PracticeRules.PlaceOf(f.Practice.Question)).ThenBy(f => f.Agency, StringComparer.Ordinal)];
}
