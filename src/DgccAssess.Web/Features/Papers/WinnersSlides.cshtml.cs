using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Papers.Records;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Papers;

/// <summary>Slides of the winners; before the reveal they are as closed as the sealed list.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
[AwardRoundPage]
[StepUp]
public sealed class WinnersSlidesModel(ReadSealedAward read, PrintWinnersSlides print, PaperQuery query) : AwardRoundPageModel
{
    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(Name = "standard", SupportsGet = true)]
    public string? Standard { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (query.Read(this, Language, Standard) is not var (language, standard)) return this.InvalidPage();
        if (await read.HandleAsync(AwardRound.Code, ct) is not { } stored) return NotFound();
        return await query.AnswerAsync(this, () => print.HandleAsync(stored, language, standard, ct), $"winners-{AwardRound.Code}-{language}");
    }
}
