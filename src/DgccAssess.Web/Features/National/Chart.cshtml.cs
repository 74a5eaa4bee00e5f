using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using DgccAssess.Web.Features.Results;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.National;

/// <summary>A chart of a national result as a picture; the table beneath it says the same.</summary>
[Authorize(Policy = Policies.ReadRounds)]
public sealed class ChartModel(ReadNational read, ReadInstrument instruments, NationalCharts charts, ResultFiles files, ILogger<ChartModel> logger) : NationalPageModel(read, instruments)
{
    [BindProperty(Name = "theme", SupportsGet = true)]
    public string? Theme { get; set; }

    [BindProperty(Name = "names", SupportsGet = true)]
    public string? Names { get; set; }

    public async Task<IActionResult> OnGetAsync(string chart, CancellationToken ct)
    {
        if (Theme is not (null or "light" or "dark") || Names is not (null or "full" or "codes")) return BadRequest();
        if (await FindAsync(ct) is { } refused) return refused;
        if (View is null || !NationalChart.Kinds.Contains(chart)) return NotFound();

        var theme = Theme == "dark" ? RadarTheme.Dark : RadarTheme.Light;
        try
        {
            return this.ResultFile(await files.GetAsync(charts.Of(View, chart).ToPressRequest(Names == "codes" ? theme.WithCodes() : theme), ct), "image/svg+xml");
        }
        catch (PressException problem)
        {
            logger.LogError(problem, "The chart {Chart} of round {Round} could not be drawn", chart, Round);
            return this.PressUnavailable();
        }
    }
}
