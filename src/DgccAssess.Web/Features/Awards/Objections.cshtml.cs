using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Objections;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Scoring.Awards;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Awards;

/// <summary>Objections and their answers; a prize changed after the reveal; the end of the award round.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
[Writes(Policies.OrganizeAwards)]
[AwardRoundPage]
[StepUp]
public sealed class ObjectionsModel(
    TenantDbContext db, RankAwardRound rank, FindAwardTerms terms, AnswerAwardObjection answer, ChangePrize change, CloseAwardRound close, TimeProvider clock, Links links) : AwardRoundPageModel
{
    public sealed record Row(AwardObjection Objection, string Agency, LocalizedText Names);

    [BindProperty]
    public ObjectionsInput Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>What a changed prize is chosen from; null before the reveal.</summary>
    public DepartureChoices? Choices { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input = new ObjectionsInput { Id = clock.NewId(), Version = AwardRound.Version };
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid? id, CancellationToken ct) => await AnswerAsync(
        id is { } objection ? await answer.HandleAsync(new(AwardRound.Code, objection, Input.IsUpheld, Input.Answer ?? "", Input.Version), ct) : Result.NotFound(), ct);

    public async Task<IActionResult> OnPostChangeAsync(CancellationToken ct) => await AnswerAsync(
        await change.HandleAsync(new(AwardRound.Code, Input.ToDeparture(), Input.Reason ?? "", Input.Id ?? clock.NewId(), Input.Version), ct), ct);

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => await AnswerAsync(await close.HandleAsync(new(AwardRound.Code, Input.Version), ct), ct);

    private async Task<IActionResult> AnswerAsync(Result result, CancellationToken ct)
    {
        if (result.Succeeded) return LocalRedirect(links.AwardObjections(AwardRound.Code));
        await ReloadAsync(ct);
        await LoadAsync(ct);
        if (result.Kind is ResultKind.Stale) Input = Input with { Version = AwardRound.Version };
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Rows = await (from objection in db.AwardObjections.AsNoTracking()
                      join agency in db.Agencies on objection.AgencyId equals agency.Id
                      where objection.AwardRoundId == AwardRound.Id
                      orderby objection.Id
                      select new Row(objection, agency.Code, agency.Names)).ToListAsync(ct);
        if (AwardRound.Stage is AwardStage.Revealed) Choices = await DepartureChoices.OfAsync(await rank.HandleAsync(AwardRound, ct), terms, CultureInfo.CurrentUICulture.Name, ct);
    }
}

public sealed record ObjectionsInput : DepartureInput
{
    public bool? IsUpheld { get; init; }
    public string? Answer { get; init; }
}
