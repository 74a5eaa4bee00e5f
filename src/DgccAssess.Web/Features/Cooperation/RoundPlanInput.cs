using DgccAssess.Core.Features.Cooperation.Pipeline;

namespace DgccAssess.Web.Features.Cooperation;

public sealed record StepInput
{
    public string? Planned { get; init; }
    public string? Actual { get; init; }
}

/// <summary>What the form of a planned round asks for.</summary>
public sealed record RoundPlanInput
{
    /// <summary>Made with the form of a new one.</summary>
    public Guid? Id { get; init; }

    public int? Version { get; init; }
    public string? Country { get; init; }
    public string? Code { get; init; }
    public StepInput Opening { get; init; } = new();
    public StepInput SelfAssessment { get; init; } = new();
    public StepInput Review { get; init; } = new();
    public StepInput Publication { get; init; } = new();
    public string? Note { get; init; }

    public IEnumerable<(RoundStep Step, StepInput Input)> Steps() =>
        [(RoundStep.Opening, Opening), (RoundStep.SelfAssessment, SelfAssessment), (RoundStep.Review, Review), (RoundStep.Publication, Publication)];

    public static RoundPlanInput Of(RoundPlan plan)
    {
        var content = plan.Content;
        return new()
        {
            Version = plan.Version, Country = plan.Country, Code = plan.Code, Note = plan.Note,
            Opening = Of(content.Opening), SelfAssessment = Of(content.SelfAssessment), Review = Of(content.Review), Publication = Of(content.Publication),
        };
    }

    public RoundPlanContent Read(InputReader reader, RoundPlanContent? stored) => new(
        Read(reader, RoundStep.Opening, Opening, stored?.Opening), Read(reader, RoundStep.SelfAssessment, SelfAssessment, stored?.SelfAssessment),
        Read(reader, RoundStep.Review, Review, stored?.Review), Read(reader, RoundStep.Publication, Publication, stored?.Publication), InputReader.Text(Note));

    private static StepInput Of(Milestone milestone) => new() { Planned = InputReader.ToField(milestone.Planned), Actual = InputReader.ToField(milestone.Actual) };

    private static Milestone Read(InputReader reader, RoundStep step, StepInput input, Milestone? stored)
    {
        var (planned, actual) = (reader.Day($"{step}.Planned", input.Planned), reader.Day($"{step}.Actual", input.Actual));
        // A day the partner itself gave stays the partner's as long as nobody types another.
        return new Milestone(planned, actual, actual is not null && actual == stored?.Actual ? stored!.Origin : FactOrigin.Staff);
    }
}
