using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Awards;

/// <summary>The sealed list, for who confirmed who they are: its reveal is set here, or it is opened again.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
[Writes(Policies.OrganizeAwards)]
[AwardRoundPage]
[StepUp]
public sealed class SealedModel(ReadSealedAward read, RevealAward reveal, ReopenAward reopen, SpaceView view, IStringLocalizer<AwardsWords> words, Links links) : AwardRoundPageModel
{
    [BindProperty]
    public SealedInput Input { get; set; } = new();

    /// <summary>Null while nothing is sealed.</summary>
    public StoredAward? Stored { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Stored = await read.HandleAsync(AwardRound.Code, ct);
        Input = new SealedInput { Version = AwardRound.Version, RevealAt = view.ToField(AwardRound.RevealAt) };
    }

    public Task<IActionResult> OnPostRevealAsync(CancellationToken ct) => AnswerAsync(() => reveal.HandleAsync(new(AwardRound.Code, RevealAt: null, Input.Version), ct), ct);

    public Task<IActionResult> OnPostScheduleAsync(CancellationToken ct)
    {
        if (!view.TryReadInstant(Input.RevealAt, out var at) || at is null) ModelState.AddModelError("Input.RevealAt", words["Message.TimeInvalid"]);
        return AnswerAsync(() => reveal.HandleAsync(new(AwardRound.Code, at, Input.Version), ct), ct);
    }

    public Task<IActionResult> OnPostReopenAsync(CancellationToken ct) => AnswerAsync(() => reopen.HandleAsync(new(AwardRound.Code, Input.Reason ?? "", Input.Version), ct), ct);

    private async Task<IActionResult> AnswerAsync(Func<Task<Result>> write, CancellationToken ct)
    {
        var result = ModelState.IsValid ? await write() : null;
        if (result?.Succeeded == true) return LocalRedirect(links.AwardRound(AwardRound.Code));
        await ReloadAsync(ct);
        Stored = await read.HandleAsync(AwardRound.Code, ct);
        if (result?.Kind is ResultKind.Stale) Input = Input with { Version = AwardRound.Version };
        return result is null ? this.InvalidPage() : this.PageWithErrors(result);
    }
}

public sealed record SealedInput
{
    public string? RevealAt { get; init; }
    public string? Reason { get; init; }
    public int? Version { get; init; }
}
