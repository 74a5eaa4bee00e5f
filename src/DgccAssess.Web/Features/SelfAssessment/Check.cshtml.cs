using System.Globalization;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>Every answer on one page with what is wrong with it, before the agency signs.</summary>
[Authorize(Policy = Policies.CoordinateAssessments)]
[AssessmentPage(AssessmentAccess.Coordinate)]
public sealed class CheckModel(ListAnswers listAnswers) : AssessmentPageModel
{
    public AnswerList List { get; private set; } = null!;
    public InstrumentTexts Texts { get; private set; } = null!;
    public IReadOnlyList<TaskGroup> Groups { get; private set; } = [];
    public bool IsOpen => Assessment.Status is AssessmentStatus.Answering;

    public int CountOf(AnswerProblem problem) => List.Answers.Count(a => a.Problems.Contains(problem));

    public async Task OnGetAsync(CancellationToken ct)
    {
        List = await listAnswers.HandleAsync(Assessment, ct);
        Texts = List.Document.TextsIn(CultureInfo.CurrentUICulture.Name);
        Groups = TaskGroup.Of(List, _ => true);
    }
}
