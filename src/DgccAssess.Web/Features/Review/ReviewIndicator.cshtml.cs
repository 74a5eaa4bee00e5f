using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Ratings;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Review;

/// <summary>One indicator before an assessor: what the agency claims, what proves it, and the assessor's own verdict.</summary>
[Authorize(Policy = Policies.ReviewAssessments)]
[AssessmentPage(AssessmentAccess.Review)]
public sealed class ReviewIndicatorModel(
    TenantDbContext db, InstrumentLibrary instruments, ListEvidence evidence, SaveVerdict saveVerdict, ActorContext actor, MessageText messages, Links links) : AssessmentPageModel
{
    public sealed record ClaimView(decimal? Level, IReadOnlyList<string> Criteria, IReadOnlyList<Fact> Facts, string Analysis, string? Subject);

    [BindProperty]
    public VerdictInput Input { get; set; } = new();

    public Instrument Instrument { get; private set; } = null!;
    public InstrumentTexts Texts { get; private set; } = null!;
    public Node Node { get; private set; } = null!;
    public Node? Previous { get; private set; }
    public Node? Next { get; private set; }
    public ClaimView Claim { get; private set; } = null!;
    public IReadOnlyList<EvidenceRow> Evidence { get; private set; } = [];
    public Verdict Stored { get; private set; } = Verdict.None;

    /// <summary>Saved after this page was opened: shown beside what was typed.</summary>
    public Verdict? Theirs { get; private set; }

    /// <summary>Why nothing can be saved here any more.</summary>
    public string? Refusal { get; private set; }

    public Guid Account => actor.Current.Id;
    public Scale Scale => Instrument.ScaleOf(Node.Indicator!);
    public bool IsOpen => Assessment.Status is AssessmentStatus.Submitted or AssessmentStatus.UnderReview;

    public LevelSupport Support => CumulativeLevel.Supported(Node.Indicator!, Scale, Input.Criteria.ToHashSet(StringComparer.Ordinal));

    public async Task<IActionResult> OnGetAsync(string indicator, CancellationToken ct)
    {
        if (!await FindAsync(indicator, ct)) return NotFound();
        if (Assessment.Status is AssessmentStatus.Answering) return LocalRedirect(links.ReviewAssessment(Assessment.Round, Assessment.Agency));
        await LoadAsync(ct);
        Fill(Stored);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string indicator, string? then, CancellationToken ct)
    {
        if (!await FindAsync(indicator, ct)) return NotFound();
        if (!ValueText.TryParse(Input.Value, out var value)) ModelState.AddModelError("Input.Value", messages.Of(new Problem("Value", Messages.LevelOffScale)));
        if (!ModelState.IsValid) return await ShowAsync(StatusCodes.Status400BadRequest, "_ErrorSummary", ct);

        var result = await saveVerdict.HandleAsync(
            new SaveVerdictCommand(Assessment.Id, Node.Code, Input.Criteria, value, Input.Explanation ?? "", Input.Note ?? "", Input.Version), ct);
        if (result.Succeeded) return await SavedAsync(result.Value!, then, ct);
        if (result.Kind is ResultKind.Forbidden or ResultKind.NotFound) return StatusCode(PageResults.StatusOf(result.Kind));

        if (result.Kind is ResultKind.Stale) Theirs = result.Value;
        else if (result.Kind is ResultKind.Conflict) Refusal = messages.Of(result.Problems[0]);
        if (!Request.IsPartial() || result.Kind is ResultKind.Invalid) this.AddProblems(result);
        return await ShowAsync(PageResults.StatusOf(result.Kind), result.Kind is ResultKind.Invalid ? "_ErrorSummary" : "_VerdictConflict", ct);
    }

    /// <summary>State of one rung of the ladder for the criteria ticked.</summary>
    public string RungState(int level) => Support switch
    {
        { Level: { } held } when level == held => "supported",
        { Level: { } held } when level < held => "met",
        { NextLevel: { } next } when level == next => "next",
        _ => "open",
    };

    public string AddressOf(Node indicator) => links.ReviewIndicator(Assessment.Round, Assessment.Agency, indicator.Code);

    private async Task<IActionResult> SavedAsync(Verdict saved, string? then, CancellationToken ct)
    {
        if (Request.IsPartial())
        {
            await LoadAsync(ct);
            Stored = saved;
            return Partial("_VerdictSaved", this);
        }

        var next = then == "next" ? Next is null ? links.ReviewAssessment(Assessment.Round, Assessment.Agency) : AddressOf(Next) : AddressOf(Node);
        return LocalRedirect(next);
    }

    private async Task<IActionResult> ShowAsync(int status, string partial, CancellationToken ct)
    {
        // Nobody reviews what the agency is still writing.
        if (Assessment.Status is AssessmentStatus.Answering) return StatusCode(status);
        await LoadAsync(ct);
        Response.StatusCode = status;
        return Request.IsPartial() ? Partial(partial, this) : Page();
    }

    private async Task<bool> FindAsync(string indicator, CancellationToken ct)
    {
        var document = await instruments.GetAsync(Assessment.InstrumentVersionId, ct);
        (Instrument, Texts) = (document.Instrument, document.TextsIn(System.Globalization.CultureInfo.CurrentUICulture.Name));
        var all = Instrument.Indicators().ToList();
        var at = all.FindIndex(n => n.Code == indicator);
        if (at < 0) return false;
        (Previous, Node, Next) = (at > 0 ? all[at - 1] : null, all[at], at + 1 < all.Count ? all[at + 1] : null);
        return true;
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Claim = await db.Answers.Where(a => a.AssessmentId == Assessment.Id && a.Indicator == Node.Code)
            .Select(a => new ClaimView(a.Level, a.Criteria, a.Facts, a.Analysis, a.Subject)).SingleAsync(ct);
        Evidence = await evidence.HandleAsync(Assessment.Id, Node.Code, ct);
        Stored = Verdict.Of(await db.Ratings.AsNoTracking().FirstOrDefaultAsync(
            r => r.AssessmentId == Assessment.Id && r.Stage == Stage.Document && r.Indicator == Node.Code && r.RaterId == actor.Current.Id, ct));
    }

    private void Fill(Verdict verdict) => Input = new VerdictInput
    {
        Criteria = [.. verdict.Criteria],
        Value = ValueText.ToField(verdict.Value),
        Explanation = verdict.Explanation,
        Note = verdict.Note,
        Version = verdict.Version,
    };
}
