using DgccAssess.Core.Features.Papers.Records;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Papers;

/// <summary>The form for the interview, with what assessors noted for it; assessors' names are not on it.</summary>
[Authorize(Policy = Policies.ReadRounds)]
[AssessmentPage(AssessmentAccess.ReadVerdicts)]
public sealed class InterviewModel(PrintInterview print, PaperQuery query) : AssessmentPageModel
{
    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(Name = "standard", SupportsGet = true)]
    public string? Standard { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (query.Read(this, Language, Standard) is not var (language, standard)) return this.InvalidPage();
        return await query.AnswerAsync(this, () => print.HandleAsync(Assessment, language, standard, ct), $"interview-{Assessment.Agency}-{Assessment.Round}-{language}");
    }
}
