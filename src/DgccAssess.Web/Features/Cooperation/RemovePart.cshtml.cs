using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Cooperation;

public sealed record RemoveInput
{
    public int? Version { get; init; }
}

/// <summary>Asks once more before a budget line, an output or an indicator goes.</summary>
[Authorize(Policy = Policies.ManageProgramme)]
public sealed class RemovePartModel(ReadCooperation read, RemovePart remove, Links links, IStringLocalizer<CooperationWords> words) : PageModel
{
    [BindProperty]
    public RemoveInput Input { get; set; } = new();

    public ProjectFacts Facts { get; private set; } = null!;
    public ProjectPart Stored { get; private set; } = null!;
    public PartKind Kind { get; private set; }

    public string Name => Stored switch
    {
        BudgetLine line => $"{CooperationView.Amount(line.Amount)} {line.Currency} ({line.Years.Years()})",
        ProjectOutput output => output.Titles.Text(),
        LinkedIndicator indicator => IndicatorView.NameOf(indicator, words),
        _ => "",
    };

    public async Task<IActionResult> OnGetAsync(string project, string part, Guid item, CancellationToken ct) => await LoadAsync(project, part, item, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string project, string part, Guid item, CancellationToken ct)
    {
        if (!IsKind(part)) return NotFound();
        var result = await remove.HandleAsync(new(project, Kind, item, Input.Version), ct);
        if (result.Succeeded) return LocalRedirect(links.CooperationProject(project));
        if (!await LoadAsync(project, part, item, ct)) return NotFound();

        // The page shows what is stored now; the form goes on from it.
        ModelState.Clear();
        return this.PageWithErrors(result);
    }

    private bool IsKind(string part)
    {
        var isKind = Enum.TryParse<PartKind>(part, ignoreCase: true, out var kind) && string.Equals(kind.ToString(), part, StringComparison.OrdinalIgnoreCase);
        Kind = kind;
        return isKind;
    }

    private async Task<bool> LoadAsync(string project, string part, Guid item, CancellationToken ct)
    {
        if (!IsKind(part) || await read.ProjectAsync(project, ct) is not { } facts) return false;
        IReadOnlyList<ProjectPart> parts = Kind switch { PartKind.Budget => facts.Budget, PartKind.Output => facts.Outputs, _ => facts.Indicators };
        if (parts.FirstOrDefault(p => p.Id == item) is not { } stored) return false;
        (Facts, Stored) = (facts, stored);
        return true;
    }
}
