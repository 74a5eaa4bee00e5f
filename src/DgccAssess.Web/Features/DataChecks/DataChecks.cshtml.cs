using DgccAssess.Core.Features.DataChecks;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Egdi;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.DataChecks;

/// <summary>The work list of figures in doubt, and what putting them right would do.</summary>
[Authorize(Policy = Policies.ReadRounds)]
public sealed class DataChecksModel(ListDataChecks list, ActorContext actor, IStringLocalizer<DataChecksWords> words) : PageModel
{
    [BindProperty(Name = "component", SupportsGet = true)]
    public string? Component { get; set; }

    [BindProperty(Name = "status", SupportsGet = true)]
    public string? Status { get; set; }

    public IReadOnlyList<DataCheckRow> Rows { get; private set; } = [];

    /// <summary>Rows there are, whatever is chosen.</summary>
    public int Total { get; private set; }

    /// <summary>What all rows of the latest edition that has any would do together, but for those refused.</summary>
    public (int Edition, DataCheckEffect Effect)? Together { get; private set; }

    public bool HasCountry => list.Country is not null;
    public bool MayWrite => actor.Current.Can(Permissions.RoundsOrganize);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var rows = await list.HandleAsync(ct);
        Total = rows.Count;
        if (rows.Count > 0)
        {
            var edition = rows[0].Check.Edition;
            if (DataCheckEffect.Of(list.Country, edition, rows.Where(r => r.Check.Status is not DataCheckStatus.Refused).Select(r => r.Check.Content)) is { } effect) Together = (edition, effect);
        }

        var component = Choice<EgdiComponent>("component", Component);
        var status = Choice<DataCheckStatus>("status", Status);
        if (!ModelState.IsValid) return this.InvalidPage();
        Rows = [.. rows.Where(r => (component is null || r.Component == component) && (status is null || r.Check.Status == status))];
        return Page();
    }

    private T? Choice<T>(string field, string? asked)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(asked)) return null;
        if (Enum.TryParse<T>(asked, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(asked[0])) return value;
        ModelState.AddModelError(field, words["Message.ChoiceInvalid"]);
        return null;
    }
}
