using DgccAssess.Core.Features.Comparison;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Comparison;

/// <summary>Two to ten countries side by side, question by question, with what may be compared and why. Never a ranking.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class ComparisonModel(ReadComparison read, ReadPractices practices, NoteAccess access) : ComparisonPageModel(read, access)
{
    /// <summary>The question whose series over rounds is shown.</summary>
    [BindProperty(Name = "question", SupportsGet = true)]
    public string? Question { get; set; }

    public string TrendOf => ComparisonView.Structure.Questions.Contains(Question) ? Question! : ComparisonView.Structure.Questions.First();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(AccessKind.Seen, "comparison", ct)) return BadRequest();
        var shown = await practices.ForAsync([.. View.Needs.Select(n => n.Question)], [.. View.Ids], ComparisonView.MostPractices, ct);
        if (shown.Count == 0) return Page();
        // Of a country that was not chosen something is shown too: its ledger says so.
        await NoteAsync(shown.Select(p => p.Source).DistinctBy(s => s.SnapshotId), AccessKind.Seen, "practices", ct);
        View = View with { Practices = shown };
        return Page();
    }
}
