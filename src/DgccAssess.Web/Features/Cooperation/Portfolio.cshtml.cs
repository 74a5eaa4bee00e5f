using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Cooperation;

/// <summary>All centers and projects: where, what kind, how far, for how much, and what came of them.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class PortfolioModel(ReadCooperation read, ActorContext actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public PortfolioFilter Filter { get; set; } = new();

    public CooperationFacts Facts { get; private set; } = null!;
    public IReadOnlyList<ProjectFacts> Projects { get; private set; } = [];
    public IReadOnlyList<CurrencyTotal> Budget { get; private set; } = [];
    public bool MayWrite => actor.Current.Can(Permissions.ProgrammeManage);

    public async Task OnGetAsync(CancellationToken ct)
    {
        // A filter that is none, as in an old bookmark, filters nothing.
        ModelState.Clear();
        Facts = await read.AllAsync(ct);
        Projects = Filter.Of(Facts.Projects);
        Budget = CurrencyTotal.Of(Projects.SelectMany(p => p.Budget));
    }
}

public sealed record PortfolioFilter
{
    [FromQuery(Name = "country")]
    public string? Country { get; init; }

    [FromQuery(Name = "kind")]
    public ProjectKind? Kind { get; init; }

    [FromQuery(Name = "status")]
    public ProjectStatus? Status { get; init; }

    public bool IsSet => !string.IsNullOrEmpty(Country) || Kind is not null || Status is not null;

    public IReadOnlyList<ProjectFacts> Of(IReadOnlyList<ProjectFacts> all) =>
        [.. all.Where(p => (string.IsNullOrEmpty(Country) || p.Center.Country == Country) && (Kind is null || p.Project.Kind == Kind) && (Status is null || p.Project.Status == Status))];
}
