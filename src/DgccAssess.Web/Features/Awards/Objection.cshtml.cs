using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Objections;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Awards;

/// <summary>The coordinator objects for the own agency, and reads the answer.</summary>
[Authorize(Policy = Policies.CoordinateAssessments)]
[AwardRoundPage]
public sealed class ObjectionModel(TenantDbContext db, FileAwardObjection file, ActorContext actor, TimeProvider clock, Links links) : AwardRoundPageModel
{
    [BindProperty]
    public ObjectionInput Input { get; set; } = new();

    public IReadOnlyList<AwardObjection> Rows { get; private set; } = [];
    public bool IsOpen => AwardRound.Stage is AwardStage.Revealed && clock.UtcNow <= AwardRound.ObjectionsDueAt && Rows.All(r => r.IsUpheld is not null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input = new ObjectionInput { Id = clock.NewId() };
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await file.HandleAsync(new(AwardRound.Code, Input.Reason ?? "", Input.Id ?? clock.NewId()), ct);
        if (result.Succeeded) return LocalRedirect(links.ObjectToAward(AwardRound.Code));
        await LoadAsync(ct);
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct) => Rows = actor.Current.AgencyId is { } agency
        ? await db.AwardObjections.AsNoTracking().Where(o => o.AwardRoundId == AwardRound.Id && o.AgencyId == agency).OrderBy(o => o.Id).ToListAsync(ct)
        : [];
}

public sealed record ObjectionInput
{
    public Guid? Id { get; init; }
    public string? Reason { get; init; }
}
