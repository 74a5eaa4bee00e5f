using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Cooperation;

public abstract record PartInput
{
    /// <summary>Made with the form of something new.</summary>
    public Guid? Id { get; init; }

    public int? Version { get; init; }
    public string? Note { get; init; }
    public string? Source { get; init; }
}

/// <summary>What the pages need that don't care which part of a project it is.</summary>
public abstract class PartPageModel : PageModel
{
    public ProjectFacts Facts { get; protected set; } = null!;

    /// <summary>As stored; null on the page for a new one.</summary>
    public ProjectPart? Stored { get; protected set; }

    /// <summary>Somebody else was faster: what is stored is shown beside what was typed.</summary>
    public bool IsStale { get; protected set; }

    public abstract PartKind Kind { get; }

    public abstract PartInput Typed { get; }

    public string Word => Stored is null ? "New" : "Edit";

    /// <summary>What is stored, field by field.</summary>
    public abstract IEnumerable<(string Label, string Text)> StoredFields(IStringLocalizer words);
}

/// <summary>The page of one part of a project, for a new one and for one that is there.</summary>
public abstract class PartPageModel<TPart, TContent, TInput>(ReadCooperation read, MessageText messages, TimeProvider clock, Links links) : PartPageModel
    where TPart : ProjectPart<TContent>
    where TInput : PartInput, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    public override PartInput Typed => Input;

    protected TPart? StoredPart => (TPart?)Stored;

    public async Task<IActionResult> OnGetAsync(string project, Guid? item, CancellationToken ct)
    {
        if (!await LoadAsync(project, item, ct)) return NotFound();
        Input = Fill(StoredPart, clock.NewId());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string project, Guid? item, CancellationToken ct)
    {
        if (!await LoadAsync(project, item, ct)) return NotFound();
        var content = Read(new InputReader(this, messages));
        if (!ModelState.IsValid) return this.InvalidPage();

        var result = item is { } id ? await ChangeAsync(id, content, ct) : await AddAsync(Input.Id ?? Guid.Empty, content, ct);
        if (result.Succeeded) return LocalRedirect(links.CooperationProject(project));
        if (result.Kind is ResultKind.Stale)
        {
            if (!await LoadAsync(project, item, ct)) return NotFound();
            // Saving again replaces what is shown now, knowingly.
            ModelState.Clear();
            (IsStale, Input) = (true, Input with { Version = Stored?.Version });
        }

        return this.PageWithErrors(result);
    }

    protected abstract IReadOnlyList<TPart> Parts(ProjectFacts facts);

    protected abstract TInput Fill(TPart? stored, Guid newId);

    protected abstract TContent Read(InputReader reader);

    protected abstract Task<Result> AddAsync(Guid id, TContent content, CancellationToken ct);

    protected abstract Task<Result> ChangeAsync(Guid id, TContent content, CancellationToken ct);

    private async Task<bool> LoadAsync(string project, Guid? item, CancellationToken ct)
    {
        if (await read.ProjectAsync(project, ct) is not { } facts) return false;
        (Facts, Stored) = (facts, item is null ? null : Parts(facts).FirstOrDefault(p => p.Id == item));
        return item is null || Stored is not null;
    }
}
