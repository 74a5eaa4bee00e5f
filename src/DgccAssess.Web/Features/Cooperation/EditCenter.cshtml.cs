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
public sealed class EditCenterModel(ReadCooperation read, ChangeCenter change, MessageText messages, Links links) : PageModel
{
    [BindProperty]
    public CenterInput Input { get; set; } = new();

    public CooperationCenter Center { get; private set; } = null!;

    /// <summary>Somebody else was faster: what is stored is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }

    public IEnumerable<(string Label, string Text)> StoredFields(IStringLocalizer words) =>
    [
        (words["Column.Country"], words.CountryName(Center.Country)), (words["Field.Languages"], string.Join(", ", Center.Languages)),
        .. Center.Names.Values.Select(n => ($"{words["Field.Names"]}: {LanguageNames.Of(n.Key)}", n.Value)), .. Center.City.Values.Select(c => ($"{words["Column.City"]}: {LanguageNames.Of(c.Key)}", c.Value)),
        (words["Field.Host"], Center.Host), (words["Field.Periods"], Center.Periods.Years()), (words["Column.Source"], Center.Source),
    ];

    public async Task<IActionResult> OnGetAsync(string center, CancellationToken ct)
    {
        if (!await LoadAsync(center, ct)) return NotFound();
        Input = CenterInput.Of(Center);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string center, CancellationToken ct)
    {
        if (!await LoadAsync(center, ct)) return NotFound();
        Input = Input.WithFields();
        var content = Input.Read(new InputReader(this, messages));
        if (!ModelState.IsValid) return this.InvalidPage();

        var result = await change.HandleAsync(new(center, Input.Version, content), ct);
        if (result.Succeeded) return LocalRedirect(links.CooperationCenter(center));
        if (result.Kind is ResultKind.Stale)
        {
            if (!await LoadAsync(center, ct)) return NotFound();
            // Saving again replaces what is shown now, knowingly.
            ModelState.Clear();
            (IsStale, Input) = (true, Input with { Version = Center.Version });
        }

        return this.PageWithErrors(result);
    }

    private async Task<bool> LoadAsync(string center, CancellationToken ct)
    {
        if (await read.CenterAsync(center, ct) is not var (found, _)) return false;
        Center = found;
        return true;
    }
}
