using DgccAssess.Core.Features.Comparison;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Comparison;

/// <summary>Two to ten countries side by side, question by question, with what may be compared and why. Never a ranking.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class ComparisonModel(ReadComparison read, ReadPractices practices, NoteAccess access) : AdvisedPageModel(read, practices, access)
{
    /// <summary>The question whose series over rounds is shown.</summary>
    [BindProperty(Name = "question", SupportsGet = true)]
    public string? Question { get; set; }

    public string TrendOf => ComparisonView.Structure.Questions.Contains(Question) ? Question! : ComparisonView.Structure.Questions.First();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(AccessKind.Seen, "comparison", ct)) return BadRequest();
        await ReadPracticesAsync(ct);
        await NotePracticesAsync(AccessKind.Seen, "practices", ct);
        return Page();
    }
}
