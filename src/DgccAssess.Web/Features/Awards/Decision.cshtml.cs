using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Scoring.Awards;
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

    public RankedAwardRound Ranked { get; private set; } = null!;
    public AwardExplanation Rules { get; private set; } = null!;
    public bool IsOpen => AwardRound.Stage is AwardStage.Deciding;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (AwardRound.Stage >= AwardStage.Sealed) return LocalRedirect(links.SealedAward(AwardRound.Code));
        Input = new DepartureInput { Id = clock.NewId(), Version = AwardRound.Version };
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var departure = new Departure(Input.Category ?? "", Input.Agency?.Trim() ?? "", Input.Kind ?? DepartureKind.Withhold, string.IsNullOrEmpty(Input.PrizeLevel) ? null : Input.PrizeLevel);
        return await AnswerAsync(await depart.HandleAsync(new(AwardRound.Code, departure, Input.Reason ?? "", Input.Id ?? clock.NewId(), Input.Version), ct), ct);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid? id, CancellationToken ct) =>
        await AnswerAsync(id is { } departure ? await takeBack.HandleAsync(new(AwardRound.Code, departure, Input.Version), ct) : Result.NotFound(), ct);

    public IReadOnlyList<Prize> PrizesOf(CategoryRanking category) => Prizes.Of(category, Ranked.Departures.Select(d => d.ToDeparture()));

    public string NameOf(string agency) => Ranked.Ranked.Candidates.Agencies[agency].Names.InCurrentLanguage();

    public string CategoryName(string category) => Rules.Categories.FirstOrDefault(c => c.Code == category)?.Name ?? category;

    public string LevelName(string category, string level) => ExplainAward.LevelOf(category, level, CultureInfo.CurrentUICulture.Name, Ranked.Ranked.Award.Document);

    private async Task<IActionResult> AnswerAsync(Result result, CancellationToken ct)
    {
        if (result.Succeeded) return LocalRedirect(links.AwardDecision(AwardRound.Code));
        await ReloadAsync(ct);
        await LoadAsync(ct);
        if (result.Kind is ResultKind.Stale) Input = Input with { Version = AwardRound.Version };
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Ranked = await rank.HandleAsync(AwardRound, ct);
        var document = Ranked.Ranked.Award.Document;
        Rules = ExplainAward.In(CultureInfo.CurrentUICulture.Name, document, (await terms.HandleAsync(document.Award.Instrument, ct))(CultureInfo.CurrentUICulture.Name));
    }
}

public sealed record DepartureInput
{
    public Guid? Id { get; init; }
    public string? Category { get; init; }
    public string? Agency { get; init; }
    public DepartureKind? Kind { get; init; }
    public string? PrizeLevel { get; init; }
    public string? Reason { get; init; }
    public int? Version { get; init; }
}
