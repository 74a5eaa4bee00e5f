using DgccAssess.Core.Features.Egdi;
using DgccAssess.Scoring.Egdi;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Egdi;

/// <summary>Pages that show editions: each has them all at hand.</summary>
public abstract class EgdiPageModel(EgdiShelf shelf) : PageModel
{
    public EgdiEditions Editions { get; private set; } = null!;

    protected async Task LoadAsync(CancellationToken ct) => Editions = await shelf.ReadAsync(ct);

    /// <summary>What the country's index changed since the edition before; null for its first.</summary>
    public EgdiChange? ChangeOf(ShelvedEdition edition, string code) => Editions.Before(edition.Edition.Year) is { } before ? EgdiChange.Of(before.Edition, edition.Edition, code) : null;
}
