using DgccAssess.Core.Security;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <summary>What somebody wants to do with an assessment.</summary>
public enum AssessmentAccess
{
    Read,
    Answer,
    Coordinate,
    Review,
    Organize,
    ReadResult,
    ReadEvidence,

    /// <summary>What every assessor found, and the final values, whatever the status.</summary>
    ReadVerdicts,
}

/// <summary>Who may do what with whose assessment: a function of values.</summary>
public static class AssessmentRules
{
    /// <param name="actor">Who asks.</param>
    /// <param name="agencyId">The agency assessed.</param>
    /// <param name="isAssessor">The actor is assigned to this assessment.</param>
    /// <param name="access">What is asked.</param>
    public static bool Allows(Actor actor, Guid agencyId, bool isAssessor, AssessmentAccess access)
    {
        var own = actor.AgencyId == agencyId;
        var organizer = actor.Can(Permissions.RoundsOrganize);
        var reads = organizer || actor.Can(Permissions.RecordsRead);
        var reviewer = isAssessor && actor.Can(Permissions.AssessmentsReview);
        return access switch
        {
            AssessmentAccess.Read => reads || (own && actor.Can(Permissions.AssessmentsRead)),
            AssessmentAccess.Answer => own && actor.Can(Permissions.AssessmentsAnswer),
            AssessmentAccess.Coordinate => own && actor.Can(Permissions.AssessmentsCoordinate),
            AssessmentAccess.Review => reviewer,
            AssessmentAccess.Organize => organizer,
            AssessmentAccess.ReadResult => reads || reviewer || (own && actor.Can(Permissions.ResultsRead)),
            AssessmentAccess.ReadEvidence => reads || reviewer || (own && actor.Can(Permissions.AssessmentsRead)),
            AssessmentAccess.ReadVerdicts => reads,
            _ => false,
        };
    }
}
