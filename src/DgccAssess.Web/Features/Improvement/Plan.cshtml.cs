using System.Globalization;
using DgccAssess.Core.Features.Improvement;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;

namespace DgccAssess.Web.Features.Improvement;

/// <summary>The agency's plan: what is open first.</summary>
[Authorize(Policy = Policies.ReadResults)]
[AssessmentPage(AssessmentAccess.ReadResult)]
public sealed class PlanModel(ListActions listActions, InstrumentLibrary instruments, ActorContext actor, SpaceView view, TimeProvider clock) : AssessmentPageModel
{
    public IReadOnlyList<PlanRow> Rows { get; private set; } = [];
    public bool MayPlan => ActionRules.MayPlan(actor.Current, Assessment.AgencyId);
    public int Done => Rows.Count(r => r.Planned.Action.State is ActionState.Done);

    /// <summary>What counts as a whole: dropped actions don't.</summary>
    public int Meant => Rows.Count(r => r.Planned.Action.State is not ActionState.Dropped);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(view.Local(clock.GetUtcNow().UtcDateTime));
        List<PlanRow> rows = [];
        foreach (var planned in await listActions.HandleAsync(Assessment.AgencyId, ct))
        {
            var texts = (await instruments.GetAsync(planned.Version, ct)).TextsIn(CultureInfo.CurrentUICulture.Name);
            rows.Add(new PlanRow(planned, texts, IsOverdue: !planned.Action.IsClosed && planned.Action.DueOn < today, IsCarried: !planned.Action.IsClosed && planned.Round != Assessment.Round));
        }

        Rows = rows;
    }
}

/// <param name="Planned">The action.</param>
/// <param name="Texts">Of the instrument it came from.</param>
/// <param name="IsOverdue">Its day is over.</param>
/// <param name="IsCarried">It is from another round than the page's.</param>
public sealed record PlanRow(PlannedAction Planned, InstrumentTexts Texts, bool IsOverdue, bool IsCarried);
