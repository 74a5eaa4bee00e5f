using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;

namespace DgccAssess.Core.Features.Improvement;

/// <summary>What an action may hold and who may change the plan: functions of values.</summary>
public static class ActionRules
{
    /// <summary>Characters of an action and of a note on its progress.</summary>
    public const int TextLength = 1000;

    /// <summary>Characters of who is in charge.</summary>
    public const int OwnerLength = 200;

    /// <summary>Open actions an agency may have: more is no plan.</summary>
    public const int MostOpen = 200;

    /// <summary>The plan is the agency's own affair: its coordinators write it.</summary>
    public static bool MayPlan(Actor actor, Guid agencyId) => AssessmentRules.Allows(actor, agencyId, isAssessor: false, AssessmentAccess.Coordinate);

    /// <param name="content">As typed.</param>
    /// <param name="needsText">There is no criterion that says what is to be done.</param>
    /// <param name="createdOn">A day before it can't be the day by which it is done.</param>
    public static IEnumerable<Problem> Check(ActionContent content, bool needsText, DateOnly createdOn)
    {
        if (needsText && content.Text.Length == 0) yield return new(nameof(content.Text), Messages.Required);
        if (content.Text.Length > TextLength) yield return new(nameof(content.Text), Messages.TooLong, TextLength);
        if (content.Owner.Length > OwnerLength) yield return new(nameof(content.Owner), Messages.TooLong, OwnerLength);
        if (content.DueOn < createdOn || content.DueOn > createdOn.AddYears(20)) yield return new(nameof(content.DueOn), ImprovementMessages.DueOnOutOfRange);
        if (content.Note.Length > TextLength) yield return new(nameof(content.Note), Messages.TooLong, TextLength);
    }
}

public static class ImprovementMessages
{
    public const string DueOnOutOfRange = "Improvement.DueOnOutOfRange";
    public const string TooManyOpen = "Improvement.TooManyOpen";
    public const string NothingChosen = "Improvement.NothingChosen";
    public const string CriterionUnknown = "Improvement.CriterionUnknown";
}
