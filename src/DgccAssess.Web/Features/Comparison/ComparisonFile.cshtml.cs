using DgccAssess.Core.Features.Comparison;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Web.Features.Results;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Comparison;

/// <summary>The comparison for spreadsheets: the same rows in every language, and nothing the page does not show.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class ComparisonFileModel(ReadComparison read, ReadShared shared, ReadPractices practices, NoteAccess access) : AdvisedPageModel(read, practices, access)
{
    private const string Practices = "practices";
    private const string Series = "series";

    /// <summary>1: the file begins with the mark by which spreadsheets know UTF-8.</summary>
    [BindProperty(Name = "bom", SupportsGet = true)]
    public string? Bom { get; set; }

    /// <summary>practices: what agencies did; series: the rounds of each country. Else the figures. A workbook has all three, a sheet each.</summary>
    [BindProperty(Name = "part", SupportsGet = true)]
    public string? Part { get; set; }

    public async Task<IActionResult> OnGetAsync(string format, CancellationToken ct)
    {
        if (format is not ("csv" or "xlsx")) return NotFound();
        if (Bom is not (null or "0" or "1") || Part is not (null or Practices or Series) || (Part is not null && format is "xlsx") || !await ReadAsync(ct)) return BadRequest();
        if (Part is not Practices && !await TakeFiguresAsync(format, ct)) return NotFound();
        if (Part is Practices || format is "xlsx") await TakePracticesAsync(format, ct);
        return (format, Part) switch
        {
            ("xlsx", _) => await ((RoundTable[])[Figures, SeriesTable.Of(View.Comparison), PracticeTable.Of(View.Comparison, View.Practices)]).WorkbookAsync(ct),
            (_, Practices) => await this.CsvAsync(PracticeTable.Of(View.Comparison, View.Practices), Bom == "1", ct),
            (_, Series) => await this.CsvAsync(SeriesTable.Of(View.Comparison), Bom == "1", ct),
            _ => await this.CsvAsync(Figures, Bom == "1", ct),
        };
    }

    private RoundTable Figures => ComparisonTable.Of(View.Comparison);

    /// <summary>Notes the rounds of which the file has figures, and reads what stands in their payloads alone: what is hidden.</summary>
    /// <returns>False where something was withdrawn meanwhile.</returns>
    private async Task<bool> TakeFiguresAsync(string format, CancellationToken ct)
    {
        var (latest, series) = (View.Compared.Select(c => c.Latest!), CountrySeries.Of(View.Comparison).Select(s => s.Round));
        var sources = await shared.WithPayloadsAsync([.. (Part is Series ? series : format is "csv" ? latest : latest.Union(series)).Select(r => r.Source)], ct);
        if (sources.Any(s => s.Payload is null)) return false;
        await NoteAsync(sources, AccessKind.Exported, $"{Part ?? "comparison"}.{format}", ct);
        View = View with { Comparison = View.Comparison.With(sources) };
        return true;
    }

    private async Task TakePracticesAsync(string format, CancellationToken ct)
    {
        await ReadPracticesAsync(ct);
        // Beside a text stands for whom it was looked for: that says something of the countries chosen.
        var latest = Part is null ? [] : View.Comparison.Chosen.Select(c => c.Latest?.Source).OfType<SharedRound>();
        await NoteAsync(latest.Concat(View.Practices.Select(p => p.Source)).DistinctBy(s => s.SnapshotId), AccessKind.Exported, $"{Practices}.{format}", ct);
    }
}
