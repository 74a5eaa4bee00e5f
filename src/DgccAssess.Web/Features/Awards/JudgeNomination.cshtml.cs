using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Judging;
using DgccAssess.Core.Features.Awards.Nominations;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using DgccAssess.Web.Features.Review;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Awards;

/// <summary>One nomination before one juror: its statement and files, the juror's own points, and the talk once all scores are open.</summary>
[Authorize(Policy = Policies.JudgeAwards)]
[AwardRoundPage]
public sealed class JudgeNominationModel(
    TenantDbContext db, FindSeat find, AwardShelf shelf, OpenNomination open, ReadScores scores, SaveScore save, RecuseJuror recuse, AddJuryNote note, ActorContext actor, TimeProvider clock, Links links)
    : AwardRoundPageModel
{
    [BindProperty]
    public JudgeInput Input { get; set; } = new();

    public OwnSeat Own { get; private set; } = null!;
    public AwardDocument Rules { get; private set; } = null!;

    /// <summary>Null for who stands aside.</summary>
    public ReadNomination? Nomination { get; private set; }

    /// <summary>Everybody's, once they are open to a juror who takes part.</summary>
    public IReadOnlyList<OpenScore> Scores { get; private set; } = [];

    public IReadOnlyList<JuryNote> Notes { get; private set; } = [];

    public string CriterionName(string code) => Rules.NameOf(AwardNameKeys.Criterion(code), code, CultureInfo.CurrentUICulture.Name);

    public async Task<IActionResult> OnGetAsync(string agency, CancellationToken ct)
    {
        if (await LoadAsync(agency, ct) is { } refused) return refused;
        var stored = await db.JuryScores.AsNoTracking().FirstOrDefaultAsync(s => s.NominationId == Own.Seat.Nomination.Id && s.JurorId == actor.Current.Id, ct);
        Input = new JudgeInput
        {
            Scores = [.. Rules.Award.Jury!.Criteria.Select(c => new PointsInput
            {
                Criterion = c.Code, Points = ValueText.ToField(stored?.Scores.FirstOrDefault(s => s.Criterion == c.Code)?.Points),
            })],
            Remark = stored?.Remark, Version = stored?.Version ?? 0, Id = clock.NewId(),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string agency, CancellationToken ct)
    {
        var points = Input.Scores.Where(s => s.Criterion is not null).DistinctBy(s => s.Criterion, StringComparer.Ordinal)
            .ToDictionary(s => s.Criterion!, s => ValueText.TryParse(s.Points, out var value) ? value : null, StringComparer.Ordinal);
        return await AnswerAsync(agency, await save.HandleAsync(new(AwardRound.Code, agency, points, Input.Remark ?? "", Input.Version), ct), links.Judge(AwardRound.Code), ct);
    }

    public async Task<IActionResult> OnPostRecuseAsync(string agency, CancellationToken ct) =>
        await AnswerAsync(agency, await recuse.HandleAsync(new(AwardRound.Code, agency, actor.Current.Id, Input.Reason ?? ""), ct), links.Judge(AwardRound.Code), ct);

    public async Task<IActionResult> OnPostNoteAsync(string agency, CancellationToken ct) =>
        await AnswerAsync(agency, await note.HandleAsync(new(AwardRound.Code, agency, Input.Id ?? clock.NewId(), Input.Text ?? ""), ct), links.JudgeNomination(AwardRound.Code, agency), ct);

    private async Task<IActionResult> AnswerAsync(string agency, Result result, string next, CancellationToken ct)
    {
        if (result.Succeeded) return LocalRedirect(next);
        if (await LoadAsync(agency, ct) is { } refused) return refused;
        if (result.Kind is ResultKind.Stale)
        {
            var stored = await db.JuryScores.Where(s => s.NominationId == Own.Seat.Nomination.Id && s.JurorId == actor.Current.Id).Select(s => (int?)s.Version).FirstOrDefaultAsync(ct);
            Input = Input with { Version = stored ?? 0 };
        }

        return this.PageWithErrors(result);
    }

    private async Task<IActionResult?> LoadAsync(string agency, CancellationToken ct)
    {
        var found = await find.HandleAsync(AwardRound.Code, agency, ct);
        if (!found.Succeeded) return new StatusCodeResult(PageResults.StatusOf(found.Kind));
        Own = found.Value!;
        Rules = (await shelf.GetAsync(AwardRound.AwardVersionId, ct)).Document;
        Nomination = await open.HandleAsync(AwardRound, agency, ct);
        if (Nomination is null || !AwardRound.IsUnsealed) return null;
        Scores = [.. (await scores.HandleAsync(AwardRound, ct)).Where(s => s.Seat.Nomination.Agency == agency)];
        Notes = await db.JuryNotes.AsNoTracking().Where(n => n.NominationId == Own.Seat.Nomination.Id).OrderBy(n => n.Id).ToListAsync(ct);
        return null;
    }
}

public sealed record PointsInput
{
    public string? Criterion { get; init; }
    public string? Points { get; init; }
}

public sealed record JudgeInput
{
    public List<PointsInput> Scores { get; init; } = [];
    public string? Remark { get; init; }
    public string? Reason { get; init; }
    public string? Text { get; init; }
    public Guid? Id { get; init; }
    public int? Version { get; init; }
}
