using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Judging;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Awards;

[Authorize(Policy = Policies.OrganizeAwards)]
[AwardRoundPage]
public sealed class PanelModel(TenantDbContext db, JurorPool pool, SetPanel set, SpaceInfo space, TimeProvider clock, Links links) : AwardRoundPageModel
{
    [BindProperty]
    public PanelInput Input { get; set; } = new();

    public IReadOnlyList<AssessorAccount> Choices { get; private set; } = [];
    public IReadOnlyList<NamedCode> Groups => space.Settings.AgencyGroups;

    public async Task<IActionResult> OnGetAsync(Guid? panel, CancellationToken ct)
    {
        Choices = await pool.HandleAsync(ct);
        if (panel is null)
        {
            Input = new PanelInput { Id = clock.NewId(), Version = AwardRound.Version };
            return Page();
        }

        if (await db.JuryPanels.AsNoTracking().FirstOrDefaultAsync(p => p.Id == panel && p.AwardRoundId == AwardRound.Id, ct) is not { } stored) return NotFound();
        var jurors = await db.JuryMembers.Where(m => m.PanelId == panel).Select(m => m.JurorId).ToListAsync(ct);
        Input = new PanelInput { Id = stored.Id, Name = stored.Name, Groups = [.. stored.Groups], Jurors = jurors, Version = AwardRound.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? panel, CancellationToken ct)
    {
        if (panel is not null && !await db.JuryPanels.AnyAsync(p => p.Id == panel && p.AwardRoundId == AwardRound.Id, ct)) return NotFound();
        var result = await set.HandleAsync(new(AwardRound.Code, panel ?? Input.Id ?? clock.NewId(), Input.Name ?? "", Input.Groups, Input.Jurors, Input.Version), ct);
        if (result.Succeeded) return LocalRedirect(links.AwardJury(AwardRound.Code));
        await ReloadAsync(ct);
        Choices = await pool.HandleAsync(ct);
        if (result.Kind is ResultKind.Stale) Input = Input with { Version = AwardRound.Version };
        return this.PageWithErrors(result);
    }
}

public sealed record PanelInput
{
    public Guid? Id { get; init; }
    public string? Name { get; init; }
    public List<string> Groups { get; init; } = [];
    public List<Guid> Jurors { get; init; } = [];
    public int? Version { get; init; }
}
