using System.Globalization;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;

namespace DgccAssess.Web.Features.Rounds;

/// <summary>The provisional result: what publication would say.</summary>
[Authorize(Policy = Policies.OrganizeRounds)]
[AssessmentPage(AssessmentAccess.Organize)]
public sealed class PreviewResultModel(MilestoneResult results, InstrumentLibrary instruments) : AssessmentPageModel
{
    public Instrument Instrument { get; private set; } = null!;
    public InstrumentTexts Texts { get; private set; } = null!;

    /// <summary>The final milestone in force; null before consolidation.</summary>
    public SnapshotDocument? Final { get; private set; }

    public bool CanPublish => Assessment.Status is AssessmentStatus.Consolidated && !Instrument.Draft;

    public int Differing => Final?.Inputs.Count(i => i.Self?.Value != i.Final?.Value) ?? 0;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var document = await instruments.GetAsync(Assessment.InstrumentVersionId, ct);
        (Instrument, Texts) = (document.Instrument, document.TextsIn(CultureInfo.CurrentUICulture.Name));
        Final = Assessment.Status >= AssessmentStatus.Consolidated ? await results.LatestAsync(Assessment.Id, Milestone.Final, ct) : null;
    }
}
