using System.Globalization;
using DgccAssess.Core.Features.Improvement;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>Everything an agency has to answer in a round: who holds what, what is missing.</summary>
[Authorize(Policy = Policies.ReadAssessments)]
[AssessmentPage(AssessmentAccess.Read)]
public sealed class TaskListModel(ListAnswers listAnswers, ListActions actions, ActorContext actor) : AssessmentPageModel
{
    /// <summary>One of <see cref="TaskFilter.All"/>.</summary>
    [FromQuery]
    public string? Show { get; init; }

    /// <summary>Searched in code and name.</summary>
    [FromQuery]
    public string? Q { get; init; }

    public AnswerList List { get; private set; } = null!;
    public InstrumentTexts Texts { get; private set; } = null!;
    public IReadOnlyList<TaskGroup> Groups { get; private set; } = [];
    /// <summary>What the agency's improvement plan still holds, from this round and those before.</summary>
    public int OpenActions { get; private set; }

    public Guid ReaderId => actor.Current.Id;
    public bool IsCoordinator => AssessmentRules.Allows(actor.Current, Assessment.AgencyId, isAssessor: false, AssessmentAccess.Coordinate);
    public int Ready => List.Answers.Count(a => a.Status is AnswerStatus.Ready);
    public int Returned => List.Answers.Count(a => a.Status is AnswerStatus.Returned);

    public async Task OnGetAsync(CancellationToken ct)
    {
        OpenActions = await actions.CountOpenAsync(Assessment.AgencyId, ct);
        List = await listAnswers.HandleAsync(Assessment, ct);
        Texts = List.Document.TextsIn(CultureInfo.CurrentUICulture.Name);
        Groups = TaskGroup.Of(List, a => TaskFilter.Matches(Show, a, ReaderId) && IsFound(a));
    }

    public int CountOf(string filter) => List.Answers.Count(a => TaskFilter.Matches(filter, a, ReaderId));

    private bool IsFound(AnswerState answer) => string.IsNullOrWhiteSpace(Q)
        || answer.Indicator.Equals(Q.Trim(), StringComparison.OrdinalIgnoreCase)
        || Texts.Name(answer.Indicator).Contains(Q.Trim(), StringComparison.CurrentCultureIgnoreCase);
}
