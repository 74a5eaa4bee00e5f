using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Improvement;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Improvement;

/// <summary>Where the agency stands, how it came there, and the way to the next predicate; the coordinator takes steps of it into the plan.</summary>
[Authorize(Policy = Policies.ReadResults)]
[AssessmentPage(AssessmentAccess.ReadResult)]
[Writes(Policies.CoordinateAssessments)]
public sealed class OutlookModel(ReadResult read, ReadOutlook outlook, ListActions plan, PlanCriteria planCriteria, ActorContext actor, Links links) : AssessmentPageModel
{
    [BindProperty]
    public OutlookInput Input { get; set; } = new();

    public OutlookView Outlook { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await planCriteria.HandleAsync(new PlanCriteriaCommand(Assessment, Input.Criteria), ct);
        if (result.Succeeded) return LocalRedirect(links.ImprovementPlan(Assessment.Round, Assessment.Agency));
        return await LoadAsync(ct) ? this.PageWithErrors(result) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await read.HandleAsync(Assessment.Id, Milestone.Published, ct) is not { } result) return false;
        var actions = await plan.HandleAsync(Assessment.AgencyId, ct);
        Outlook = new OutlookView
        {
            Outlook = await outlook.HandleAsync(result, Assessment.AgencyId, ct),
            Texts = result.Instrument.TextsIn(CultureInfo.CurrentUICulture.Name),
            Instrument = result.Instrument.Instrument,
            Planned = actions.Where(a => !a.Action.IsClosed).Select(a => a.Action.Criterion).OfType<string>().ToHashSet(StringComparer.Ordinal),
            MayPlan = ActionRules.MayPlan(actor.Current, Assessment.AgencyId),
        };
        return true;
    }
}

public sealed record OutlookInput
{
    public List<string> Criteria { get; init; } = [];
}
