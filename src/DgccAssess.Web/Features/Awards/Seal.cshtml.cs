using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Awards;

/// <summary>Seals the list of winners, with a typed confirmation.</summary>
[Authorize(Policy = Policies.OrganizeAwards)]
[AwardRoundPage]
[StepUp]
public sealed class SealModel(TenantDbContext db, RankAwardRound rank, SealAward seal, SpaceView view, IStringLocalizer<AwardsWords> words, Links links) : AwardRoundPageModel
{
    private const int UsualObjectionDays = 7;

    [BindProperty]
    public SealInput Input { get; set; } = new();

    public RankedAwardRound Ranked { get; private set; } = null!;
    public int PrizeCount { get; private set; }
    public bool IsOpen => AwardRound.Stage is AwardStage.Deciding;

    /// <summary>It was sealed before and opened again: this time a reason is needed.</summary>
    public bool IsFurther { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (AwardRound.Stage >= AwardStage.Sealed) return LocalRedirect(links.SealedAward(AwardRound.Code));
        await LoadAsync(ct);
        Input = new SealInput { ObjectionDays = UsualObjectionDays, RankingHash = Ranked.Ranked.Hash, Version = AwardRound.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!view.TryReadInstant(Input.RevealAt, out var revealAt)) ModelState.AddModelError("Input.RevealAt", words["Message.TimeInvalid"]);
        if (!ModelState.IsValid)
        {
            await LoadAsync(ct);
            return this.InvalidPage();
        }

        var result = await seal.HandleAsync(new(AwardRound.Code, Input.RankingHash ?? "", Input.TypedCode ?? "", revealAt, Input.ObjectionDays, Input.Reason, Input.Version), ct);
        if (result.Succeeded) return LocalRedirect(links.SealedAward(AwardRound.Code));
        await ReloadAsync(ct);
        await LoadAsync(ct);
        if (result.Kind is ResultKind.Stale or ResultKind.Conflict) Input = Input with { Version = AwardRound.Version, RankingHash = Ranked.Ranked.Hash };
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Ranked = await rank.HandleAsync(AwardRound, ct);
        PrizeCount = Ranked.Ranked.Ranking.Categories.Sum(c => DgccAssess.Scoring.Awards.Prizes.Of(c, Ranked.Departures.Select(d => d.ToDeparture())).Count);
        IsFurther = await db.AwardDecisions.AnyAsync(d => d.AwardRoundId == AwardRound.Id, ct);
    }
}

public sealed record SealInput
{
    public string? RankingHash { get; init; }
    public string? RevealAt { get; init; }
    public int? ObjectionDays { get; init; }
    public string? Reason { get; init; }
    public string? TypedCode { get; init; }
    public int? Version { get; init; }
}
