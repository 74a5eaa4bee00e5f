using DgccAssess.Core.Features.Cooperation.Pipeline;

namespace DgccAssess.Tests.Features.Cooperation;

public sealed class PaceTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);

    [Theory]
    [InlineData(null, null, Pace.Unknown, null)]
    [InlineData(1, null, Pace.OnTime, 1)]
    [InlineData(0, null, Pace.OnTime, 0)]
    [InlineData(-1, null, Pace.Late, -1)]
    [InlineData(-10, -7, Pace.Late, 3)]
    [InlineData(-7, -10, Pace.OnTime, -3)]
    public void Step_IsOnTimeUntilItsDayIsOver(int? planned, int? actual, Pace pace, int? days)
    {
        var step = RoundPace.Of(Plan(new(Day(planned), Day(actual))), Today).Steps[0];

        Assert.Equal((pace, days), (step.Pace, step.Days));
    }

    [Fact]
    public void Round_IsLateWhileAStepIsOverdue_ThoughALaterOneHasTime()
    {
        var pace = RoundPace.Of(Plan(new(Day(-40), Day(-40)), new(Day(-3)), new(Day(30))), Today);

        Assert.Equal((Pace.Late, RoundStep.SelfAssessment), (pace.Whole, pace.Next!.Step));
        Assert.True(pace.Steps[1].IsOverdue);
    }

    [Fact]
    public void Step_BeforeOneThatIsDone_IsNoLongerOverdue()
    {
        var pace = RoundPace.Of(Plan(new(Day(-40)), new(Day(-30)), new(Day(-5), Day(-5)), new(Day(30))), Today);

        Assert.Equal(Pace.Unknown, pace.Steps[0].Pace);
        Assert.DoesNotContain(pace.Steps, s => s.IsOverdue);
    }

    [Fact]
    public void Round_OncePublished_IsJudgedByThatAlone()
    {
        var pace = RoundPace.Of(Plan(publication: new(Day(-5), Day(-2))), Today);

        Assert.Equal((Pace.Late, true, null), (pace.Whole, pace.IsDone, pace.Next));
    }

    [Fact]
    public void Deadlines_ComeOverdueFirst()
    {
        var plan = RoundPlan.Create(Guid.CreateVersion7(), "UZB", "2027", Plan(new(Day(-40), Day(-40)), new(Day(-3)), new(Day(30))), "", default);

        Assert.Equal([(RoundStep.SelfAssessment, -3), (RoundStep.Review, 30)], Deadlines.Of([plan], [], Today).Select(d => (d.Step!.Value, d.Days)));
    }

    [Fact]
    public void Plan_WithDaysThatCantBe_NamesTheStep()
    {
        var problems = RoundPlanRules.Check(Plan(new(Day(0)), new(Day(-1)), new(null, Day(1))), Today).ToList();

        Assert.Equal(["SelfAssessment.Planned", "Review.Actual"], problems.Select(p => p.Field));
    }

    private static RoundPlanContent Plan(Milestone? opening = null, Milestone? self = null, Milestone? review = null, Milestone? publication = null) =>
        new(opening ?? new(), self ?? new(), review ?? new(), publication ?? new(), "");

    private static DateOnly? Day(int? fromToday) => fromToday is { } days ? Today.AddDays(days) : null;
}
