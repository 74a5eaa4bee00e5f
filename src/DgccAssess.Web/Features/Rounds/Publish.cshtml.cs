using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Rounds;

/// <summary>Publication with a typed confirmation; afterwards the receipt with every published version.</summary>
[Authorize(Policy = Policies.OrganizeRounds)]
[AssessmentPage(AssessmentAccess.Organize)]
[StepUp]
public sealed class PublishModel(TenantDbContext db, MilestoneResult results, InstrumentLibrary instruments, PublishResult publish, Links links) : AssessmentPageModel
{
    public sealed record Version(int Number, DateTime TakenAt, string TakenByName, string? Reason);

    [BindProperty]
    public PublishInput Input { get; set; } = new();

    public Instrument Instrument { get; private set; } = null!;
    public InstrumentTexts Texts { get; private set; } = null!;

    /// <summary>The published result, or what would be published.</summary>
    public SnapshotDocument? Document { get; private set; }

    public SignOff? SignOff { get; private set; }
    public IReadOnlyList<Version> Versions { get; private set; } = [];
    public bool IsPublished => Assessment.Status is AssessmentStatus.Published;
    public bool IsOpen => Assessment.Status is AssessmentStatus.Consolidated && !Instrument.Draft;
    public bool HasConsent => SignOff?.PublicationConsent == true;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await publish.HandleAsync(new PublishResultCommand(Assessment.Id, Input.AgencyCode ?? "", Input.NotPublic, Input.Version), ct);
        if (result.Succeeded) return LocalRedirect(links.Publish(Assessment.Round, Assessment.Agency));
        await LoadAsync(ct);
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var document = await instruments.GetAsync(Assessment.InstrumentVersionId, ct);
        (Instrument, Texts) = (document.Instrument, document.TextsIn(CultureInfo.CurrentUICulture.Name));
        SignOff = (await db.Assessments.AsNoTracking().SingleAsync(a => a.Id == Assessment.Id, ct)).SignOff;
        Document = await results.LatestAsync(Assessment.Id, IsPublished ? Milestone.Published : Milestone.Final, ct);
        Versions = await db.Snapshots.Where(s => s.AssessmentId == Assessment.Id && s.Milestone == Milestone.Published).OrderByDescending(s => s.Number)
            .Select(s => new Version(s.Number, s.TakenAt, s.TakenByName, s.Reason)).ToListAsync(ct);
    }
}

public sealed record PublishInput
{
    public string? AgencyCode { get; init; }
    public bool NotPublic { get; init; }
    public int? Version { get; init; }
}
