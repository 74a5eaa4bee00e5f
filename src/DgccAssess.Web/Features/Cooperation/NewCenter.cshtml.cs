using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Cooperation;

[Authorize(Policy = Policies.ManageProgramme)]
public sealed class NewCenterModel(AddCenter add, MessageText messages, TimeProvider clock, Links links) : PageModel
{
    [BindProperty]
    public CenterInput Input { get; set; } = new();

    public void OnGet() => Input = CenterInput.New(clock.NewId());

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Input = Input.WithFields();
        var content = Input.Read(new InputReader(this, messages));
        if (!ModelState.IsValid) return this.InvalidPage();

        var code = InputReader.Line(Input.Code);
        var result = await add.HandleAsync(new(Input.Id ?? Guid.Empty, code, content), ct);
        return result.Succeeded ? LocalRedirect(links.CooperationCenter(code)) : this.PageWithErrors(result);
    }
}
