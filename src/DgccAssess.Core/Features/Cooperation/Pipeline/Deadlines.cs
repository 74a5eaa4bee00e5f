namespace DgccAssess.Core.Features.Cooperation.Pipeline;

/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="DueOn">The day; of a project whose end is known by month or year, the last one.</param>
/// <param name="Days">Left; negative where overdue.</param>
/// <param name="Plan">The round whose step it is; null for a project.</param>
/// <param name="Step">Of the round.</param>
/// <param name="Project">That ends; null for a round.</param>
public sealed record Deadline(string Country, DateOnly DueOn, int Days, RoundPlan? Plan, RoundStep? Step, CooperationProject? Project);

/// <summary>What is due, of rounds and of projects, overdue first.</summary>
public static class Deadlines
{
    public static IReadOnlyList<Deadline> Of(IReadOnlyList<RoundPlan> plans, IReadOnlyList<ProjectFacts> projects, DateOnly today)
    {
        var steps = from plan in plans
                    from step in RoundPace.Of(plan.Content, today).Steps
                    where !step.IsDone && step.Days is not null
                    select new Deadline(plan.Country, step.Milestone.Planned!.Value, step.Days!.Value, plan, step.Step, null);
        var ends = from facts in projects
                   where facts.Project.Status is ProjectStatus.Planned or ProjectStatus.Running && facts.Project.Ends is not null
                   let due = facts.Project.Ends!.Value.Last
                   select new Deadline(facts.Center.Country, due, due.DayNumber - today.DayNumber, null, null, facts.Project);
        return [.. steps.Concat(ends).OrderBy(d => d.DueOn).ThenBy(d => d.Country, StringComparer.Ordinal).ThenBy(d => d.Step).ThenBy(d => d.Project?.Code, StringComparer.Ordinal)];
    }
}
