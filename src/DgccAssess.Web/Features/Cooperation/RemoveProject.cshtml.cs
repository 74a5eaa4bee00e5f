using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Cooperation;

public sealed record RemoveProjectInput
{
    public int? Version { get; init; }

    /// <summary>The project's code, typed: nobody does that by accident.</summary>
    public string? TypedCode { get; init; }
}

[Authorize(Policy = Policies.ManageProgramme)]
public sealed class RemoveProjectModel(ReadCooperation read, RemoveProject remove, Links links) : PageModel
{
    [BindProperty]
    public RemoveProjectInput Input { get; set; } = new();

    public ProjectFacts Facts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string project, CancellationToken ct) => await LoadAsync(project, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string project, CancellationToken ct)
    {
        var result = InputReader.Line(Input.TypedCode) == project
            ? await remove.HandleAsync(new(project, Input.Version), ct)
            : Result.Invalid(nameof(Input.TypedCode), "Cooperation.TypedCodeWrong");
        if (result.Succeeded) return LocalRedirect(links.Cooperation());
        if (!await LoadAsync(project, ct)) return NotFound();

        // The page shows what is stored now; the form goes on from it.
        ModelState.Clear();
        return this.PageWithErrors(result);
    }

    private async Task<bool> LoadAsync(string project, CancellationToken ct)
    {
        if (await read.ProjectAsync(project, ct) is not { } facts) return false;
        Facts = facts;
        return true;
    }
}
