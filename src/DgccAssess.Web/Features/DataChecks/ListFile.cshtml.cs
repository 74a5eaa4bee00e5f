using System.Globalization;
using DgccAssess.Core.Features.DataChecks;
using DgccAssess.Core.Files;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.DataChecks;

/// <summary>The work list as a file: every row, effects as estimated.</summary>
[Authorize(Policy = Policies.ReadRounds)]
public sealed class ListFileModel(ListDataChecks list) : PageModel
{
    private static readonly CsvTable<DataCheckRow> Table = new(
        ("edition", r => r.Check.Edition), ("component", r => r.Component), ("sub_indicator", r => r.Check.SubIndicator), ("held_by", r => r.Check.HeldBy), ("held_value", r => Plain(r.Check.HeldValue)),
        ("held_year", r => r.Check.HeldYear), ("national_value", r => Plain(r.Check.NationalValue)), ("source", r => r.Check.Source), ("least", r => Plain(r.Check.Least)), ("most", r => Plain(r.Check.Most)),
        ("weight_percent", r => Plain(r.Check.WeightPercent)), ("effect_component", r => Plain(r.Effect?.Change)), ("effect_egdi", r => r.Effect?.Gain), ("effect_ranks", r => r.Effect?.Ranks),
        ("focal_point", r => r.Check.FocalPoint), ("status", r => r.Check.Status), ("letter_on", r => r.Check.LetterOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("letter_number", r => r.Check.LetterNumber),
        ("note", r => r.Check.Note), ("saved_by", r => r.Check.SavedByName), ("saved_at", r => r.Check.SavedAt));

    /// <summary>1: the file begins with the mark by which spreadsheets know UTF-8.</summary>
    [BindProperty(Name = "bom", SupportsGet = true)]
    public string? Bom { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        Bom is null or "0" or "1" ? File(Table.Write(await list.HandleAsync(ct), mark: Bom == "1"), $"{Csv.ContentType}; charset=utf-8", "data-checks.csv") : BadRequest();

    // Databases give back more zeros than were typed.
    private static string? Plain(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);
}
