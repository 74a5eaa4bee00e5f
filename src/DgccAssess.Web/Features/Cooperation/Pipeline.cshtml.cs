using DgccAssess.Core.Features.Cooperation.Pipeline;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Cooperation;

/// <summary>The next rounds of all partner countries, who is late, and what is due.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class PipelineModel(ReadPipeline read, ActorContext actor, SpaceView view, TimeProvider clock) : PageModel
{
    public IReadOnlyList<CountryPipeline> Countries { get; private set; } = [];
    public IReadOnlyList<Deadline> Deadlines { get; private set; } = [];
    public DateOnly Today { get; } = view.Today(clock);
    public bool MayWrite => actor.Current.Can(Permissions.ProgrammeManage);

    public async Task OnGetAsync(CancellationToken ct) => (Countries, Deadlines) = await read.HandleAsync(Today, ct);
}

internal static class LocalDay
{
    /// <summary>The day it is where the space is.</summary>
    public static DateOnly Today(this SpaceView view, TimeProvider clock) => DateOnly.FromDateTime(view.Local(clock.GetUtcNow().UtcDateTime));
}
