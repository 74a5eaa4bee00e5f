using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Awards;

/// <summary>Where an award round stands and what comes next.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
[Writes(Policies.OrganizeAwards)]
[AwardRoundPage]
public sealed class AwardRoundModel(AwardShelf shelf, BeginAwardRound begin, SpaceView view, IStringLocalizer<AwardsWords> words, Links links) : AwardRoundPageModel
{
    [BindProperty]
    public AwardRoundInput Input { get; set; } = new();

    public DeclaredAward Award { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input = new AwardRoundInput { Version = AwardRound.Version };
        Award = await shelf.GetAsync(AwardRound.AwardVersionId, ct);
    }

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken ct)
    {
        if (!view.TryReadInstant(Input.DueAt, out var due)) ModelState.AddModelError("Input.DueAt", words["Message.TimeInvalid"]);
        return ModelState.IsValid ? await AnswerAsync(await begin.HandleAsync(new(AwardRound.Code, due, Input.Version), ct), ct) : await AnswerAsync(null, ct);
    }

    /// <param name="result">Null: the form itself could not be read.</param>
    /// <param name="ct">Stops the reading.</param>
    private async Task<IActionResult> AnswerAsync(Result? result, CancellationToken ct)
    {
        if (result?.Succeeded == true) return LocalRedirect(links.AwardRound(AwardRound.Code));
        await ReloadAsync(ct);
        Award = await shelf.GetAsync(AwardRound.AwardVersionId, ct);
        if (result?.Kind is ResultKind.Stale) Input = Input with { Version = AwardRound.Version };
        return result is null ? this.InvalidPage() : this.PageWithErrors(result);
    }
}

public sealed record AwardRoundInput
{
    /// <summary>Date and time of day in the space's time zone.</summary>
    public string? DueAt { get; init; }

    public int? Version { get; init; }
}
