using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Judging;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Scoring.Agreement;
using DgccAssess.Scoring.Awards;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Awards;

/// <summary>Panels, who is awaited, recusals; and once all scores are in and open, the scores and how far jurors agree.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
[Writes(Policies.OrganizeAwards)]
[AwardRoundPage]
public sealed class JuryModel(TenantDbContext db, ReadJury jury, ReadScores scores, AwardShelf shelf, MoveJury move, RecuseJuror recuse, Links links) : AwardRoundPageModel
{
    [BindProperty]
    public JuryInput Input { get; set; } = new();

    public JuryState State { get; private set; } = null!;

    /// <summary>Empty until they are open.</summary>
    public IReadOnlyList<OpenScore> Scores { get; private set; } = [];

    public ILookup<Guid, JuryNote> Notes { get; private set; } = Array.Empty<JuryNote>().ToLookup(n => n.NominationId);
    public Jury? Rules => Document.Award.Jury;

    public AwardDocument Document { get; private set; } = null!;

    public string CriterionName(string code) => Document.NameOf(AwardNameKeys.Criterion(code), code, CultureInfo.CurrentUICulture.Name);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input = new JuryInput { Version = AwardRound.Version };
        await LoadAsync(ct);
    }

    public Task<IActionResult> OnPostOpenAsync(CancellationToken ct) => MoveAsync(JuryStep.Open, ct);

    public Task<IActionResult> OnPostUnsealAsync(CancellationToken ct) => MoveAsync(JuryStep.Unseal, ct);

    public Task<IActionResult> OnPostFinishAsync(CancellationToken ct) => MoveAsync(JuryStep.Finish, ct);

    public async Task<IActionResult> OnPostRecuseAsync(CancellationToken ct) =>
        await AnswerAsync(await recuse.HandleAsync(new(AwardRound.Code, Input.Agency ?? "", Input.Juror ?? Guid.Empty, Input.Reason ?? ""), ct), ct);

    public JuryAgreement AgreementOf(JuryPanel panel) => Rules!.AgreementOf(panel, State, Scores);

    /// <summary>Points of one juror for one nomination, weighted.</summary>
    public decimal Total(OpenScore score) => Rules!.PointsOf(score);

    private async Task<IActionResult> MoveAsync(JuryStep step, CancellationToken ct) => await AnswerAsync(await move.HandleAsync(new(AwardRound.Code, step, Input.Version), ct), ct);

    private async Task<IActionResult> AnswerAsync(Result result, CancellationToken ct)
    {
        if (result.Succeeded) return LocalRedirect(links.AwardJury(AwardRound.Code));
        await ReloadAsync(ct);
        await LoadAsync(ct);
        if (result.Kind is ResultKind.Stale) Input = Input with { Version = AwardRound.Version };
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        (State, Scores) = (await jury.HandleAsync(AwardRound, ct), await scores.HandleAsync(AwardRound, ct));
        Document = (await shelf.GetAsync(AwardRound.AwardVersionId, ct)).Document;
        var ids = State.Nominations.Select(n => n.Id).ToList();
        Notes = (await db.JuryNotes.AsNoTracking().Where(n => ids.Contains(n.NominationId)).OrderBy(n => n.Id).ToListAsync(ct)).ToLookup(n => n.NominationId);
    }
}

public sealed record JuryInput
{
    public string? Agency { get; init; }
    public Guid? Juror { get; init; }
    public string? Reason { get; init; }
    public int? Version { get; init; }
}
