using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Printing;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Web.Features.Results;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Printing;

/// <summary>All agency reports of a round printed together: order, progress, what failed and why, the zip.</summary>
[Authorize(Policy = Policies.OrganizeRounds)]
public sealed class PapersModel(TenantDbContext db, OrderPapers order, ResumePapers resume, SpaceView view, TimeProvider clock, IStringLocalizer<PrintingWords> words, Links links) : PageModel
{
    private const int FailuresShown = 50;

    [BindProperty]
    public PapersInput Input { get; set; } = new();

    [BindProperty]
    public ResumeInput Resume { get; set; } = new();

    public string Round { get; private set; } = "";

    /// <summary>Results that would be printed.</summary>
    public int Published { get; private set; }

    public IReadOnlyList<PrintedBatch> Batches { get; private set; } = [];
    public bool IsPrinting => Batches.Any(b => b.State is PrintState.Printing);

    public async Task<IActionResult> OnGetAsync(string round, CancellationToken ct)
    {
        Input = new PapersInput { Id = clock.NewId(), Language = view.Language, Standard = ReportModel.Standards[0] };
        if (!await LoadAsync(round, ct)) return NotFound();
        return Request.IsPartial() ? Partial("_Batches", this) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string round, CancellationToken ct)
    {
        if (!await LoadAsync(round, ct)) return NotFound();
        RequireOneOf("Input.Language", Input.Language, view.Languages);
        RequireOneOf("Input.Standard", Input.Standard, ReportModel.Standards);
        if (!ModelState.IsValid) return this.InvalidPage();

        var variant = Input.Standard == "a2a" ? ReportVariant.Archive : ReportVariant.Accessible;
        var ordered = await order.HandleAsync(new OrderPapersCommand(Input.Id ?? Guid.Empty, round, Input.Language!, variant), ct);
        return ordered.Succeeded ? LocalRedirect(links.Papers(round)) : this.PageWithErrors(ordered);
    }

    public async Task<IActionResult> OnPostResumeAsync(string round, CancellationToken ct)
    {
        if (!await LoadAsync(round, ct)) return NotFound();
        var resumed = await resume.HandleAsync(new ResumePapersCommand(round, Resume.Batch ?? Guid.Empty, Resume.Version), ct);
        return resumed.Succeeded ? LocalRedirect(links.Papers(round)) : this.PageWithErrors(resumed, "Resume");
    }

    private void RequireOneOf(string field, string? value, IReadOnlyList<string> known)
    {
        if (value is null || !known.Contains(value)) ModelState.AddModelError(field, words["Unknown", value ?? "", string.Join(", ", known)]);
    }

    private async Task<bool> LoadAsync(string round, CancellationToken ct)
    {
        if (await db.Rounds.Where(r => r.Code == round).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct) is not { } id) return false;

        Round = round;
        Published = await db.Assessments.CountAsync(a => a.RoundId == id && db.Snapshots.Any(s => s.AssessmentId == a.Id && s.Milestone == Milestone.Published), ct);
        var batches = await db.PrintBatches.Where(b => b.RoundId == id).OrderByDescending(b => b.RequestedAt).Select(b => new PrintedBatch
        {
            Id = b.Id, Language = b.Language, Variant = b.Variant, RequestedAt = b.RequestedAt, RequestedByName = b.RequestedByName, Total = b.Total, State = b.State,
            ExpiresAt = b.ExpiresAt, Version = b.Version,
            Printed = db.PrintItems.Count(i => i.BatchId == b.Id && i.State == PrintItemState.Printed),
            Failed = db.PrintItems.Count(i => i.BatchId == b.Id && i.State == PrintItemState.Failed),
            FirstAt = db.PrintItems.Where(i => i.BatchId == b.Id).Min(i => i.PrintedAt),
            LastAt = db.PrintItems.Where(i => i.BatchId == b.Id).Max(i => i.PrintedAt),
        }).ToListAsync(ct);
        List<PrintedBatch> shown = [];
        foreach (var batch in batches) shown.Add(batch.Failed == 0 ? batch : batch with { Failures = await FailuresAsync(batch.Id, ct) });
        Batches = shown;
        return true;
    }

    private async Task<IReadOnlyList<(string Agency, string Error)>> FailuresAsync(Guid batch, CancellationToken ct)
    {
        var failures = await db.PrintItems.Where(i => i.BatchId == batch && i.State == PrintItemState.Failed).OrderBy(i => i.Position).Take(FailuresShown)
            .Select(i => new { i.Agency, i.Error }).ToListAsync(ct);
        return [.. failures.Select(f => (f.Agency, f.Error ?? ""))];
    }
}

public sealed record PapersInput
{
    public Guid? Id { get; init; }
    public string? Language { get; init; }
    public string? Standard { get; init; }
}

public sealed record ResumeInput
{
    public Guid? Batch { get; init; }
    public int? Version { get; init; }
}
