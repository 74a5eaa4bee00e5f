namespace DgccAssess.Core.Features.Cooperation.Pipeline;

public enum Pace
{
    /// <summary>No day is planned: nobody can say.</summary>
    Unknown,

    OnTime,
    Late,
}

/// <param name="Step">Which.</param>
/// <param name="Milestone">Its days.</param>
/// <param name="Pace">On time: done by its day, or its day is not over.</param>
/// <param name="Days">Done: days late, negative where early. Not done: days left, negative where overdue. Null where there is nothing to count from.</param>
public sealed record StepPace(RoundStep Step, Milestone Milestone, Pace Pace, int? Days)
{
    public bool IsDone => Milestone.Actual is not null;

    public bool IsOverdue => !IsDone && Days < 0;
}

/// <summary>How a planned round keeps its days: a function of the days and today.</summary>
public sealed record RoundPace(IReadOnlyList<StepPace> Steps)
{
    public bool IsDone => Steps[^1].IsDone;

    /// <summary>The first step that is not done; null once the round is published.</summary>
    public StepPace? Next => IsDone ? null : Steps.FirstOrDefault(s => !s.IsDone);

    /// <summary>Late while a step is overdue or, once published, where that was late; unknown where the next step has no day.</summary>
    public Pace Whole => IsDone ? Steps[^1].Pace : Steps.Any(s => s.IsOverdue) ? Pace.Late : Next!.Pace;

    public static RoundPace Of(RoundPlanContent content, DateOnly today)
    {
        var milestones = content.Milestones().ToList();
        // Who has published has done what comes before, whether or not anybody noted the day.
        var last = milestones.FindLastIndex(m => m.Actual is not null);
        return new([.. milestones.Select((m, i) => Of((RoundStep)i, m, isPassed: i < last, today))]);
    }

    private static StepPace Of(RoundStep step, Milestone milestone, bool isPassed, DateOnly today) => milestone switch
    {
        { Actual: { } actual, Planned: { } planned } => new(step, milestone, actual > planned ? Pace.Late : Pace.OnTime, actual.DayNumber - planned.DayNumber),
        { Actual: null, Planned: { } planned } when !isPassed => new(step, milestone, planned < today ? Pace.Late : Pace.OnTime, planned.DayNumber - today.DayNumber),
        _ => new(step, milestone, Pace.Unknown, null),
    };
}
