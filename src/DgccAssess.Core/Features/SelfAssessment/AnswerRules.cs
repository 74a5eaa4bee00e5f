using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <summary>Who may write which answer, and when: functions of values.</summary>
public static class AnswerRules
{
    private const string AlwaysMet = "Starting level, always met";

    /// <summary>The agency's people may answer what nobody holds; what somebody holds only they and the coordinator.</summary>
    public static bool MayHold(Actor who, Guid? holderId) => holderId is null || holderId == who.Id || who.Can(Permissions.AssessmentsCoordinate);

    /// <summary>Ok, or why this person may not change this answer now.</summary>
    public static Result Edit(AssessmentRef assessment, Guid? holderId, Actor who)
    {
        if (!AssessmentRules.Allows(who, assessment.AgencyId, isAssessor: false, AssessmentAccess.Answer)) return Result.Forbidden();
        if (assessment.Status is not AssessmentStatus.Answering) return Result.Conflict(Messages.AssessmentLocked);
        return MayHold(who, holderId) ? Result.Ok : Result.Conflict(SelfAssessmentMessages.HeldByOther);
    }

    /// <summary>Ok, or why this person may not direct the answers of the agency (assign, return, sign off) now.</summary>
    public static Result Coordinate(AssessmentRef assessment, Actor who)
    {
        if (!AssessmentRules.Allows(who, assessment.AgencyId, isAssessor: false, AssessmentAccess.Coordinate)) return Result.Forbidden();
        return assessment.Status is AssessmentStatus.Answering ? Result.Ok : Result.Conflict(Messages.AssessmentLocked);
    }

    /// <summary>
    /// Criteria ticked before anybody answers. The instruments mark the level that needs no proof in words only ("Starting level, always met"),
    /// in English; a service's first level is a real question and is not among them.
    /// </summary>
    public static IReadOnlyList<string> MetFromTheStart(InstrumentDocument document, Node indicator) =>
        document.Texts.TryGetValue("en", out var texts)
            ? [.. indicator.Indicator!.Levels.Take(1).SelectMany(l => l.Criteria).Where(c => texts.GetValueOrDefault(c)?.StartsWith(AlwaysMet, StringComparison.Ordinal) == true)]
            : [];
}
