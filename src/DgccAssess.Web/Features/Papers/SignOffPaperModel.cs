using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Papers.Records;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Papers;

/// <summary>A paper of a signed-off self-assessment.</summary>
public abstract class SignOffPaperModel(PrintSignOff print, PaperQuery query) : AssessmentPageModel
{
    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(Name = "standard", SupportsGet = true)]
    public string? Standard { get; set; }

    protected abstract PaperKind Kind { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (query.Read(this, Language, Standard) is not var (language, standard)) return this.InvalidPage();
        if (await print.FindAsync(Assessment, ct) is not { } submitted) return NotFound();
        return await query.AnswerAsync(
            this, () => print.HandleAsync(Assessment, submitted, Kind, language, standard, ct), $"{Kind.ToString().ToLowerInvariant()}-{Assessment.Agency}-{Assessment.Round}-{language}");
    }
}
