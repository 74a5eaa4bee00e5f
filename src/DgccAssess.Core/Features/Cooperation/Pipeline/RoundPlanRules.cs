using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Cooperation.Pipeline;

public static class RoundPlanRules
{
    public const string OutOfOrder = "Cooperation.StepsOutOfOrder";
    public const string InFuture = "Cooperation.ActualInFuture";
    public const string OutOfRange = "Cooperation.DayOutOfRange";
    public const string CountryUnknown = "Cooperation.CountryUnknown";
    public const string RoundTaken = "Cooperation.RoundTaken";

    /// <summary>Problems in the order of the form; a field is the step and which of its days: Review.Planned.</summary>
    public static IEnumerable<Problem> Check(RoundPlanContent content, DateOnly today)
    {
        DateOnly? plannedBefore = null, actualBefore = null;
        foreach (var (i, milestone) in content.Milestones().Index())
        {
            var step = (RoundStep)i;
            if (milestone.Planned is { } planned)
            {
                if (planned.Year is < PartialDate.Earliest or > PartialDate.Latest) yield return new($"{step}.Planned", OutOfRange);
                else if (planned < plannedBefore) yield return new($"{step}.Planned", OutOfOrder);
                plannedBefore = planned;
            }

            if (milestone.Actual is { } actual)
            {
                if (actual > today) yield return new($"{step}.Actual", InFuture);
                else if (actual.Year < PartialDate.Earliest) yield return new($"{step}.Actual", OutOfRange);
                else if (actual < actualBefore) yield return new($"{step}.Actual", OutOfOrder);
                actualBefore = actual;
            }
        }

        if (content.Note.Length > CooperationRules.NoteLength) yield return new(nameof(content.Note), Messages.TooLong, CooperationRules.NoteLength);
    }
}
