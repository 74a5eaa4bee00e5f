using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.Cooperation.Pipeline;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Cooperation;

/// <summary>The days of one planned round, for a new one and for one that is there.</summary>
[Authorize(Policy = Policies.ManageProgramme)]
public sealed class RoundPlanModel(ReadPipeline read, ReadCooperation cooperation, AddRoundPlan add, ChangeRoundPlan change, MessageText messages, SpaceView view, TimeProvider clock, Links links) : PageModel
{
    [BindProperty]
    public RoundPlanInput Input { get; set; } = new();

    /// <summary>Null on the page for a new one.</summary>
    public RoundPlan? Stored { get; private set; }

    public IReadOnlyList<string> Countries { get; private set; } = [];

    /// <summary>Somebody else was faster: what is stored is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }

    public IEnumerable<(string Label, string Text)> StoredFields(IStringLocalizer words) => Stored is null ? [] :
    [
        .. Stored.Content.Milestones().Select((m, i) => (words["Step." + (RoundStep)i].Value, $"{words["Field.Planned"]}: {m.Planned.Day()} · {words["Field.Actual"]}: {m.Actual.Day()}")),
        (words["Field.Note"], Stored.Note),
    ];

    public async Task<IActionResult> OnGetAsync(Guid? item, [FromQuery(Name = "country")] string? country, CancellationToken ct)
    {
        if (!await LoadAsync(item, ct)) return NotFound();
        Input = Stored is null ? new RoundPlanInput { Id = clock.NewId(), Country = country } : RoundPlanInput.Of(Stored);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? item, CancellationToken ct)
    {
        if (!await LoadAsync(item, ct)) return NotFound();
        var content = Input.Read(new InputReader(this, messages), Stored?.Content);
        if (!ModelState.IsValid) return this.InvalidPage();

        var today = view.Today(clock);
        Result result = item is { } id
            ? await change.HandleAsync(new(id, Input.Version, content, today), ct)
            : await add.HandleAsync(new(Input.Id ?? Guid.Empty, Input.Country ?? "", InputReader.Line(Input.Code), content, today), ct);
        if (result.Succeeded) return LocalRedirect(links.Pipeline());
        if (result.Kind is ResultKind.Stale)
        {
            if (!await LoadAsync(item, ct)) return NotFound();
            // Saving again replaces what is shown now, knowingly.
            ModelState.Clear();
            (IsStale, Input) = (true, Input with { Version = Stored?.Version });
        }

        return this.PageWithErrors(result);
    }

    private async Task<bool> LoadAsync(Guid? item, CancellationToken ct)
    {
        (Stored, Countries) = (item is { } id ? await read.FindAsync(id, ct) : null, [.. (await cooperation.AllAsync(ct)).Centers.Select(c => c.Country).Distinct()]);
        return item is null || Stored is not null;
    }
}
