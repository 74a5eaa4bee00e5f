using System.Globalization;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Awards;

/// <summary>What a declared award would have given on the published results of a round. Nothing is kept.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
public sealed class SimulationModel(AwardShelf shelf, RankAward rank, FindAwardTerms terms, IStringLocalizer<AwardsWords> words, Links links) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Award { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Previous { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    public IReadOnlyList<DeclaredAward> Awards { get; private set; } = [];
    public IReadOnlyList<RoundOfAward> Rounds { get; private set; } = [];

    /// <summary>Null while nothing is chosen.</summary>
    public RankingView? Ranking { get; private set; }

    public bool HasJury { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (Awards, Rounds) = (await shelf.HoldingAsync(ct), await shelf.RoundsAsync(ct));
        if (string.IsNullOrEmpty(Award) && string.IsNullOrEmpty(Round)) return Page();

        var award = Awards.FirstOrDefault(a => a.Code == Award);
        var round = Rounds.FirstOrDefault(r => r.Code == Round);
        var previous = Rounds.FirstOrDefault(r => r.Code == Previous);
        if (award is null) ModelState.AddModelError(nameof(Award), words["Message.AwardUnknown"]);
        if (round is null) ModelState.AddModelError(nameof(Round), words["Message.RoundUnknown"]);
        if (!string.IsNullOrEmpty(Previous) && previous is null) ModelState.AddModelError(nameof(Previous), words["Message.RoundUnknown"]);
        if (award is null || round is null || !ModelState.IsValid) return this.InvalidPage();

        var ranked = await rank.HandleAsync(award, round.Id, previous?.Id, RankAward.NoScores, ct);
        HasJury = OpenAwardRound.AsksJury(award.Document.Award);
        Ranking = new RankingView(
            ranked, Category, (await terms.HandleAsync(award.Document.Award.Instrument, ct))(CultureInfo.CurrentUICulture.Name), code => links.SimulateAward(award.Code, round.Code, previous?.Code, code));
        return Page();
    }
}
