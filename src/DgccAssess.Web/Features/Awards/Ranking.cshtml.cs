using System.Globalization;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Awards;

/// <summary>The ranking by the published results as they are now. Between seal and reveal the list is closed to all but who confirms who they are.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
[AwardRoundPage]
public sealed class RankingModel(RankAwardRound rank, FindAwardTerms terms, Links links) : AwardRoundPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    public RankingView Ranking { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (AwardRound.Stage >= AwardStage.Sealed) return LocalRedirect(links.SealedAward(AwardRound.Code));
        var ranked = await rank.HandleAsync(AwardRound, ct);
        var inLanguage = await terms.HandleAsync(ranked.Ranked.Award.Document.Award.Instrument, ct);
        Ranking = new RankingView(ranked.Ranked, Category, inLanguage(CultureInfo.CurrentUICulture.Name), code => links.AwardRanking(AwardRound.Code, code));
        return Page();
    }
}
