using System.Globalization;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Scoring.Egdi;
using DgccAssess.Web.Features.Results;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Egdi;

/// <summary>An edition as a file for programs and spreadsheets.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class TableModel(EgdiShelf shelf) : EgdiPageModel(shelf)
{
    /// <summary>1: the file begins with the mark by which spreadsheets know UTF-8.</summary>
    [BindProperty(Name = "bom", SupportsGet = true)]
    public string? Bom { get; set; }

    public async Task<IActionResult> OnGetAsync(int edition, string format, CancellationToken ct)
    {
        if (format is not ("csv" or "xlsx")) return NotFound();
        if (Bom is not (null or "0" or "1")) return BadRequest();
        await LoadAsync(ct);
        if (Editions.Find(edition) is not { } shown) return NotFound();
        return format is "csv" ? await this.CsvAsync(Table(shown), Bom == "1", ct) : await Table(shown).WorkbookAsync(ct);
    }

    private static RoundTable Table(ShelvedEdition shown) => new(
        string.Create(CultureInfo.InvariantCulture, $"egdi-{shown.Edition.Year}"),
        ["edition", "version", "rank", "iso3", "country", "egdi", "osi", "tii", "hci", "epi", "level"],
        shown.Edition.Countries.OrderBy(c => c.Rank).ThenBy(c => c.Code, StringComparer.Ordinal).Select(c => Row(shown, c)).ToAsyncEnumerable());

    private static object?[] Row(ShelvedEdition shown, EgdiCountry c) =>
        [shown.Edition.Year, shown.Version?.Number ?? 0, c.Rank, c.Code, EgdiView.NameOf(c), c.Egdi, c.Components.Osi, c.Components.Tii, c.Components.Hci, c.Epi, EgdiLevels.Of(c.Egdi)];
}
