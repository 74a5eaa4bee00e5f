using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using System.Globalization;

namespace DgccAssess.Web.Features.Rounds;

/// <summary>The provisional result: what publication would say. Auditors read it, organizers go on from it.</summary>
[Authorize(Policy = Policies.ReadRounds)]
[AssessmentPage(AssessmentAccess.ReadVerdicts)]
public sealed class PreviewResultModel(MilestoneResult results, InstrumentLibrary instruments, ActorContext actor) : AssessmentPageModel
{
    public Instrument Instrument { get; private set; } = null!;
    public InstrumentTexts Texts { get; private set; } = null!;

    /// <summary>The final milestone in force; null before consolidation.</summary>
    public SnapshotDocument? Final { get; private set; }

    public bool CanPublish => actor.Current.Can(Permissions.RoundsOrganize) && Assessment.Status is AssessmentStatus.Consolidated && !Instrument.Draft;

    public int Differing => Final?.Inputs.Count(i => i.Self?.Value != i.Final?.Value) ?? 0;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var document = await instruments.GetAsync(Assessment.InstrumentVersionId, ct);
        (Instrument, Texts) = (document.Instrument, document.TextsIn(CultureInfo.CurrentUICulture.Name));
        Final = Assessment.Status >= AssessmentStatus.Consolidated ? await results.LatestAsync(Assessment.Id, Milestone.Final, ct) : null;
    }
}
