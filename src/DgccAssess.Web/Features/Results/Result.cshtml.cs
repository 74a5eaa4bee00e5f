using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Features.Objections;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Results;

/// <summary>The published result of an agency: how are we, why, what next.</summary>
[Authorize(Policy = Policies.ReadResults)]
[AssessmentPage(AssessmentAccess.ReadResult)]
public sealed class ResultModel(ReadResult read, ReadObjections objections, FindPractice practices, SpaceInfo space, ActorContext actor, TimeProvider clock) : AssessmentPageModel
{
    public ResultView Result { get; private set; } = null!;
    public ResultObjectionsView Objections { get; private set; } = null!;

    /// <summary>What is to be said of the agency in Korea, for those who agree to it.</summary>
    public IReadOnlyList<FoundPractice> Practices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await read.HandleAsync(Assessment.Id, Milestone.Published, ct) is not { } stored) return NotFound();
        Result = ResultView.Of(stored, space);
        var texts = stored.Instrument.TextsIn(CultureInfo.CurrentUICulture.Name);
        Objections = new ResultObjectionsView(Assessment, await objections.HandleAsync(Assessment.Id, ct), texts, actor.Current, clock.UtcNow);
        if (AssessmentRules.Allows(actor.Current, Assessment.AgencyId, isAssessor: false, AssessmentAccess.Coordinate)) Practices = await practices.OfAgencyAsync(Assessment.Id, ct);
        return Page();
    }
}
