using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Cooperation;

[Authorize(Policy = Policies.ManageProgramme)]
public sealed class EditProjectModel(ReadCooperation read, ChangeProject change, MessageText messages, Links links) : PageModel
{
    [BindProperty]
    public ProjectInput Input { get; set; } = new();

    public ProjectFacts Facts { get; private set; } = null!;
    public IReadOnlyList<(string Code, LocalizedText Names)> Others { get; private set; } = [];

    /// <summary>Somebody else was faster: what is stored is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }

    public IEnumerable<(string Label, string Text)> StoredFields(IStringLocalizer words)
    {
        var project = Facts.Project;
        return
        [
            .. project.Names.Values.Select(n => (LanguageNames.Of(n.Key), n.Value)), (words["Column.Kind"], words["Kind." + project.Kind]), (words["Column.Status"], words["Status." + project.Status]),
            (words["Field.Starts"], project.Starts.Date()), (words["Field.Ends"], project.Ends.Date()), (words["Field.KoreanOwner"], project.KoreanOwner), (words["Field.PartnerOwner"], project.PartnerOwner),
            (words["Field.Follows"], project.Follows ?? ""), (words["Field.Note"], project.Note), (words["Column.Source"], project.Source),
        ];
    }

    public async Task<IActionResult> OnGetAsync(string project, CancellationToken ct)
    {
        if (!await LoadAsync(project, ct)) return NotFound();
        Input = ProjectInput.Of(Facts.Project, Facts.Center);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string project, CancellationToken ct)
    {
        if (!await LoadAsync(project, ct)) return NotFound();
        var content = Input.Read(new InputReader(this, messages));
        if (!ModelState.IsValid) return this.InvalidPage();

        var result = await change.HandleAsync(new(project, Input.Version, content), ct);
        if (result.Succeeded) return LocalRedirect(links.CooperationProject(project));
        if (result.Kind is ResultKind.Stale)
        {
            if (!await LoadAsync(project, ct)) return NotFound();
            // Saving again replaces what is shown now, knowingly.
            ModelState.Clear();
            (IsStale, Input) = (true, Input with { Version = Facts.Project.Version });
        }

        return this.PageWithErrors(result);
    }

    private async Task<bool> LoadAsync(string project, CancellationToken ct)
    {
        if (await read.ProjectAsync(project, ct) is not { } facts) return false;
        (Facts, Others) = (facts, [.. (await read.ProjectNamesAsync(ct)).Where(p => p.Code != project)]);
        return true;
    }
}
