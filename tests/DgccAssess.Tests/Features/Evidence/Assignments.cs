using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Evidence;

internal static class Assignments
{
    private sealed record TestAssigned(string Subject) : AuditFact(Subject);

    public static Task AssignAsync(this TestSpace space, Person assessor, string round, string agency) => space.RunAsync(async services =>
    {
        var db = services.GetRequiredService<TenantDbContext>();
        var assessment = (await AssessmentAsync(db, round, agency)).Id;
        db.AssessorAssignments.Add(new() { AssessmentId = assessment, AssessorId = assessor.Id, AssignedAt = services.GetRequiredService<TimeProvider>().UtcNow });
        services.GetRequiredService<AuditTrail>().Record(new TestAssigned("test"));
        await db.SaveChangesAsync();
    });

    /// <summary>Signs the self-assessment off: locked from here.</summary>
    public static Task LockAsync(this TestSpace space, string round = "2021", string agency = "kemenko-perekonomian") => space.RunAsync(async services =>
    {
        var db = services.GetRequiredService<TenantDbContext>();
        var now = services.GetRequiredService<TimeProvider>().UtcNow;
        var assessment = await AssessmentAsync(db, round, agency);
        assessment.Submit(new SignOff { ById = Guid.Empty, ByName = "test", At = now, Statement = "test", PublicationConsent = true });
        services.GetRequiredService<AuditTrail>().Record(new TestAssigned("test"));
        await db.SaveChangesAsync();
    });

    private static Task<Assessment> AssessmentAsync(TenantDbContext db, string round, string agency) =>
        (from a in db.Assessments
         join r in db.Rounds on a.RoundId equals r.Id
         join g in db.Agencies on a.AgencyId equals g.Id
         where r.Code == round && g.Code == agency
         select a).SingleAsync();
}
