using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Agreements;
using DgccAssess.Core.Security;
using DgccAssess.Web.Features.Evidence;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>An agreement: while it is a draft its terms can be changed and the signed paper added.</summary>
[Authorize(Policy = Policies.ReadSharing)]
[Writes(Policies.DecideSharing)]
public sealed class AgreementModel(TenantDbContext db, ChangeAgreement change, AttachDocument attach, UploadLimits limits, ActorContext actor, Links links) : PageModel
{
    /// <param name="Name">Of the file.</param>
    /// <param name="Sha256">Of its content.</param>
    /// <param name="AddedAt">When.</param>
    /// <param name="AddedByName">By whom.</param>
    public sealed record Paper(string Name, string Sha256, DateTime AddedAt, string AddedByName);

    [BindProperty]
    public AgreementInput Input { get; set; } = new();

    /// <summary>The signed paper.</summary>
    [BindProperty]
    public IFormFile? Document { get; set; }

    public SharingAgreement Agreement { get; private set; } = null!;
    public string Round { get; private set; } = "";
    public Paper? Latest { get; private set; }

    /// <summary>Somebody else was faster: what is stored is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }

    public bool MayDecide => actor.Current.Can(Permissions.SharingDecide);
    public bool IsDraft => Agreement.State is AgreementState.Draft;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken ct)
    {
        if (!await LoadAsync(number, ct)) return NotFound();
        Input = AgreementInput.Of(Agreement);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken ct)
    {
        if (!await LoadAsync(number, ct)) return NotFound();
        if (!ModelState.IsValid) return this.InvalidPage();
        var terms = Input.ToTerms();
        if (!terms.Succeeded) return this.PageWithErrors(terms);
        return await AnswerAsync(number, await change.HandleAsync(new ChangeAgreementCommand(number, terms.Value!, Input.Version), ct), ct);
    }

    public async Task<IActionResult> OnPostDocumentAsync(int number, CancellationToken ct)
    {
        if (!await LoadAsync(number, ct)) return NotFound();
        var version = Input.Version;
        Input = AgreementInput.Of(Agreement) with { Version = version };
        if (limits.Count(HttpContext) is { } wait)
        {
            var refused = this.PageWithErrors(Result.Invalid("", EvidenceMessages.TooOften, wait));
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return refused;
        }

        if (Document is null) return this.PageWithErrors(Result.Invalid(nameof(Document), SharingMessages.DocumentMissing), prefix: "");
        if (Document.Length > SharingRules.DocumentBytes) return this.PageWithErrors(Result.Invalid(nameof(Document), SharingMessages.DocumentTooLarge, SharingRules.DocumentBytes / (1024 * 1024)), prefix: "");
        using var content = new MemoryStream();
        await Document.CopyToAsync(content, ct);
        return await AnswerAsync(number, await attach.HandleAsync(new AttachDocumentCommand(number, Document.FileName, content.ToArray(), version), ct), ct, prefix: "");
    }

    private async Task<IActionResult> AnswerAsync(int number, Result result, CancellationToken ct, string prefix = "Input")
    {
        if (result.Succeeded) return LocalRedirect(links.Agreement(number));
        db.ChangeTracker.Clear();
        await LoadAsync(number, ct);
        if (result.Kind is ResultKind.Stale)
        {
            // Saving again replaces what is shown now, knowingly.
            ModelState.Clear();
            (IsStale, Input) = (true, Input with { Version = Agreement.Version });
        }

        return this.PageWithErrors(result, prefix);
    }

    private async Task<bool> LoadAsync(int number, CancellationToken ct)
    {
        if (await db.SharingAgreements.AsNoTracking().FirstOrDefaultAsync(a => a.Number == number, ct) is not { } found) return false;
        Agreement = found;
        Round = await db.Rounds.Where(r => r.Id == found.RoundId).Select(r => r.Code).SingleAsync(ct);
        Latest = await db.SharingDocuments.Where(d => d.AgreementId == found.Id).OrderByDescending(d => d.AddedAt).Select(d => new Paper(d.Name, d.Sha256, d.AddedAt, d.AddedByName)).FirstOrDefaultAsync(ct);
        return true;
    }
}
