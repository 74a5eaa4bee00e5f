using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;

namespace DgccAssess.Web.Features.Objections;

/// <summary>What a result page says of objections: to the agency and to those who run or audit the round.</summary>
public sealed record ResultObjectionsView(AssessmentRef Assessment, ResultObjections Objections, InstrumentTexts Texts, Actor Reader, DateTime Now)
{
    public ObjectionWindow Window => Objections.Window!;
    public bool MayObject => AssessmentRules.Allows(Reader, Assessment.AgencyId, isAssessor: false, AssessmentAccess.Coordinate);
    public bool MayAnswer => Reader.Can(Permissions.RoundsOrganize);

    /// <summary>Nothing to say where the round has no objections.</summary>
    public bool IsShown => Objections.Window is { Days: > 0 } && AssessmentRules.Allows(Reader, Assessment.AgencyId, isAssessor: false, AssessmentAccess.Read);

    public ObjectionView Of(FiledObjection filed) => new(filed, Texts, Now);
}
