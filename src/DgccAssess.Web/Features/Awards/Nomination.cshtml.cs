using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Nominations;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Awards;

/// <summary>The coordinator's own nomination: statement, links and files, until nominations close.</summary>
[Authorize(Policy = Policies.CoordinateAssessments)]
[AwardRoundPage]
public sealed class NominationModel(FindOwnNomination find, SaveNomination save, WithdrawNomination withdraw, AddProof add, RemoveProof remove, OpenNomination open, TimeProvider clock, Links links)
    : AwardRoundPageModel
{
    [BindProperty]
    public NominationInput Input { get; set; } = new();

    public OwnNomination Own { get; private set; } = null!;
    public ReadNomination? Shown { get; private set; }
    public Guid NextId { get; private set; }

    /// <summary>The stored statement, where somebody else saved first.</summary>
    public string? Theirs { get; private set; }

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = await find.HandleAsync(AwardRound.Code, HttpContext.RequestAborted);
        if (!found.Succeeded)
        {
            context.Result = new StatusCodeResult(PageResults.StatusOf(found.Kind));
            return;
        }

        Own = found.Value!;
        await next();
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input = new NominationInput { Statement = Own.Nomination?.Statement, Version = Own.Nomination?.Version ?? 0 };
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(await save.HandleAsync(new(AwardRound.Code, Input.Statement ?? "", Input.Version), ct), ct);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) => await AnswerAsync(await withdraw.HandleAsync(new(AwardRound.Code, Input.Version), ct), ct);

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken ct) =>
        await AnswerAsync(await add.HandleAsync(new AddProofLinkCommand(Input.Id ?? clock.NewId(), AwardRound.Code, Input.Url, Input.Title), ct), ct);

    public async Task<IActionResult> OnPostRemoveAsync(Guid? id, CancellationToken ct) =>
        await AnswerAsync(id is { } proof ? await remove.HandleAsync(new(AwardRound.Code, proof, Input.Version), ct) : Result.NotFound(), ct);

    private async Task<IActionResult> AnswerAsync(Result result, CancellationToken ct)
    {
        if (result.Succeeded) return LocalRedirect(links.Nominate(AwardRound.Code));
        Own = (await find.HandleAsync(AwardRound.Code, ct)).Value!;
        if (result.Kind is ResultKind.Stale) (Theirs, Input) = (Own.Nomination?.Statement, Input with { Version = Own.Nomination?.Version ?? 0 });
        await LoadAsync(ct);
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct) => (Shown, NextId) = (await open.HandleAsync(AwardRound, Own.Agency, ct), clock.NewId());
}

public sealed record NominationInput
{
    public Guid? Id { get; init; }
    public string? Statement { get; init; }
    public string? Url { get; init; }
    public string? Title { get; init; }
    public int? Version { get; init; }
}
