using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Awards;

/// <summary>Where people depart from the ranking, with the reason; and the prizes that come of it.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
[Writes(Policies.OrganizeAwards)]
[AwardRoundPage]
public sealed class DecisionModel(RankAwardRound rank, FindAwardTerms terms, DepartFromRanking depart, TakeBackDeparture takeBack, TimeProvider clock, Links links) : AwardRoundPageModel
{
    [BindProperty]
    public DepartureInput Input { get; set; } = new();

    public DepartureChoices Choices { get; private set; } = null!;
    public bool IsOpen => AwardRound.Stage is AwardStage.Deciding;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (AwardRound.Stage >= AwardStage.Sealed) return LocalRedirect(links.SealedAward(AwardRound.Code));
        Input = new DepartureInput { Id = clock.NewId(), Version = AwardRound.Version };
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await depart.HandleAsync(new(AwardRound.Code, Input.ToDeparture(), Input.Reason ?? "", Input.Id ?? clock.NewId(), Input.Version), ct), ct);

    public async Task<IActionResult> OnPostTakeBackAsync(Guid? id, CancellationToken ct) =>
        await AnswerAsync(id is { } departure ? await takeBack.HandleAsync(new(AwardRound.Code, departure, Input.Version), ct) : Result.NotFound(), ct);

    private async Task<IActionResult> AnswerAsync(Result result, CancellationToken ct)
    {
        if (result.Succeeded) return LocalRedirect(links.AwardDecision(AwardRound.Code));
        await ReloadAsync(ct);
        await LoadAsync(ct);
        if (result.Kind is ResultKind.Stale) Input = Input with { Version = AwardRound.Version };
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct) => Choices = await DepartureChoices.OfAsync(await rank.HandleAsync(AwardRound, ct), terms, CultureInfo.CurrentUICulture.Name, ct);
}
