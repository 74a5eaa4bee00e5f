using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Cooperation;

[Authorize(Policy = Policies.ManageProgramme)]
public sealed class NewProjectModel(ReadCooperation read, AddProject add, MessageText messages, TimeProvider clock, Links links) : PageModel
{
    [BindProperty]
    public ProjectInput Input { get; set; } = new();

    public CooperationCenter Center { get; private set; } = null!;
    public IReadOnlyList<(string Code, LocalizedText Names)> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string center, CancellationToken ct)
    {
        if (!await LoadAsync(center, ct)) return NotFound();
        Input = new ProjectInput { Id = clock.NewId(), Names = NameInput.Of(Center.Languages, null) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string center, CancellationToken ct)
    {
        if (!await LoadAsync(center, ct)) return NotFound();
        var content = Input.Read(new InputReader(this, messages));
        if (!ModelState.IsValid) return this.InvalidPage();

        var code = InputReader.Line(Input.Code);
        var result = await add.HandleAsync(new(Input.Id ?? Guid.Empty, center, code, content), ct);
        return result.Succeeded ? LocalRedirect(links.CooperationProject(code)) : this.PageWithErrors(result);
    }

    private async Task<bool> LoadAsync(string center, CancellationToken ct)
    {
        if (await read.CenterAsync(center, ct) is not var (found, _)) return false;
        (Center, Others) = (found, await read.ProjectNamesAsync(ct));
        return true;
    }
}
