using DgccAssess.Core.Data;
using DgccAssess.Core.Security;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <summary><see cref="AssessmentRules"/> as a query, for lists: those assessments for which the rules say yes.</summary>
public static class VisibleAssessments
{
    public static IQueryable<Assessment> VisibleTo(this TenantDbContext db, Actor actor, AssessmentAccess access)
    {
        // The rules are asked about an agency of somebody else's, about one's own, and about an assessment one is assigned to.
        var everybody = AssessmentRules.Allows(actor, Guid.Empty, isAssessor: false, access);
        if (everybody) return db.Assessments;

        var own = actor.AgencyId is { } agency && AssessmentRules.Allows(actor, agency, isAssessor: false, access) ? agency : Guid.Empty;
        var assigned = AssessmentRules.Allows(actor, Guid.Empty, isAssessor: true, access);
        return db.Assessments.Where(a => a.AgencyId == own
            || (assigned && db.AssessorAssignments.Any(h => h.AssessmentId == a.Id && h.AssessorId == actor.Id)));
    }
}
