using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Awards;

[Authorize(Policy = Policies.OrganizeAwards)]
public sealed class OpenAwardRoundModel(AwardShelf shelf, OpenAwardRound open, TimeProvider clock, Links links) : PageModel
{
    [BindProperty]
    public OpenAwardRoundInput Input { get; set; } = new();

    public IReadOnlyList<DeclaredAward> Awards { get; private set; } = [];
    public IReadOnlyList<RoundOfAward> Rounds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input = new OpenAwardRoundInput { Id = clock.NewId() };
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await open.HandleAsync(
            new OpenAwardRoundCommand(Input.Code?.Trim() ?? "", Input.Award ?? "", Input.Round ?? "", string.IsNullOrEmpty(Input.Previous) ? null : Input.Previous, Input.Id ?? clock.NewId()), ct);
        if (result.Succeeded) return LocalRedirect(links.AwardRound(result.Value!.Code));
        await LoadAsync(ct);
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct) => (Awards, Rounds) = (await shelf.HoldingAsync(ct), await shelf.RoundsAsync(ct));
}

public sealed record OpenAwardRoundInput
{
    public Guid? Id { get; init; }
    public string? Code { get; init; }
    public string? Award { get; init; }
    public string? Round { get; init; }
    public string? Previous { get; init; }
}
