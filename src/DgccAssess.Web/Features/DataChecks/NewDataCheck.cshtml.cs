using DgccAssess.Core.Data;
using DgccAssess.Core.Features.DataChecks;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.DataChecks;

[Authorize(Policy = Policies.OrganizeRounds)]
public sealed class NewDataCheckModel(AddDataCheck add, MessageText messages, TimeProvider clock, Links links) : PageModel
{
    [BindProperty]
    public NewDataCheckInput Input { get; set; } = new();

    public void OnGet() => Input = new NewDataCheckInput
    {
        Id = clock.NewId(), Edition = DataCheckView.Year(ShippedEgdi.Editions[^1].Year), HeldBy = nameof(DataHolder.UnitedNations), Status = nameof(DataCheckStatus.Found),
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var content = Input.Read(ModelState, messages);
        if (!ModelState.IsValid) return this.InvalidPage();

        var result = await add.HandleAsync(new AddDataCheckCommand(Input.Id ?? Guid.Empty, content), ct);
        return result.Succeeded ? LocalRedirect(links.DataChecks()) : this.PageWithErrors(result);
    }
}
