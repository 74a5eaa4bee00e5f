using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Jobs;

/// <summary>Words of background work.</summary>
public sealed class JobsWords;

/// <summary>Background work of the space, the latest first: what waits, what was done, what was given up and why.</summary>
[Authorize(Policy = Policies.WatchJobs)]
public sealed class JobsModel(SpaceDbContext db, RetryJob retry, Links links) : PageModel
{
    public const int PageSize = 50;

    public sealed record Row(Guid Id, string Job, JobState State, int Attempts, DateTime CreatedAt, DateTime DueAt, DateTime? FinishedAt, string? Error);

    [BindProperty(SupportsGet = true)]
    public JobState? State { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyDictionary<JobState, int> Counts { get; private set; } = new Dictionary<JobState, int>();
    public int Current { get; private set; } = 1;
    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync([FromQuery] int page = 1, CancellationToken ct = default)
    {
        if (!ModelState.IsValid || page < 1) return BadRequest();
        await LoadAsync(page, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid id, int? version, CancellationToken ct)
    {
        var result = await retry.HandleAsync(new RetryJobCommand(id, version), ct);
        if (result.Succeeded) return LocalRedirect(links.Jobs());
        await LoadAsync(1, ct);
        return this.PageWithErrors(result, prefix: "");
    }

    private async Task LoadAsync(int page, CancellationToken ct)
    {
        Counts = await db.Outbox.GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var total = State is { } state ? Counts.GetValueOrDefault(state) : Counts.Values.Sum();
        Pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        Current = Math.Min(page, Pages);
        Rows = await db.Outbox.Where(r => State == null || r.State == State)
            .OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id).Skip((Current - 1) * PageSize).Take(PageSize)
            .Select(r => new Row(r.Id, r.Job, r.State, r.Attempts, r.CreatedAt, r.DueAt, r.FinishedAt, r.Error)).ToListAsync(ct);
    }
}
