using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.Paths;

/// <summary>How far one indicator could be raised, and what each level would take.</summary>
/// <param name="Node">The indicator.</param>
/// <param name="Rating">In <see cref="ScoringPlan.RatingUnit"/>s.</param>
/// <param name="Steps">By ascending level; the work of a level includes that of the levels below it.</param>
internal sealed record PathOptions(PlanNode Node, int Rating, IReadOnlyList<PathOption> Steps)
{
    public static PathOptions Of(PlanNode node, int rating, long weight, IReadOnlySet<string> met)
    {
        List<PathOption> steps = [];
        List<string> unmet = [];
        var cost = 0;
        // What a rating rests on is met, whatever the list of criteria says: the rating decides.
        foreach (var level in node.Indicator!.Levels.Where(level => level.Criteria.Count > 0 && level.Level * ScoringPlan.RatingUnit > rating))
        {
            var before = unmet.Count;
            unmet.AddRange(level.Criteria.Where(criterion => !met.Contains(criterion)));
            cost += Math.Max(1, unmet.Count - before);
            steps.Add(new PathOption(level.Level, cost, weight * ((level.Level * ScoringPlan.RatingUnit) - rating), [.. unmet]));
        }

        return new PathOptions(node, rating, rating == ScoringPlan.NotApplicable ? [] : steps);
    }

    public PathStep ToStep(PathOption option) => new(Node.Code, (decimal)Rating / ScoringPlan.RatingUnit, option.Level, option.Criteria);
}

/// <param name="Level">Reached by it.</param>
/// <param name="Cost">Criteria to meet, at least one a level.</param>
/// <param name="Gain">In the numerator of the index.</param>
/// <param name="Criteria">Unmet so far.</param>
internal sealed record PathOption(int Level, int Cost, long Gain, IReadOnlyList<string> Criteria);
