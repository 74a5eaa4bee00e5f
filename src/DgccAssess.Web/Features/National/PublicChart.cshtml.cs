using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using DgccAssess.Web.Features.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.National;

/// <summary>A chart of a published national result as a picture.</summary>
[AllowAnonymous]
public sealed class PublicChartModel(PublicResults results, ReadInstrument instruments, TimeProvider clock, NationalCharts charts, ResultFiles files, ILogger<PublicChartModel> logger)
    : PublicPageModel(results, instruments, clock)
{
    [BindProperty(Name = "theme", SupportsGet = true)]
    public string? Theme { get; set; }

    [BindProperty(Name = "names", SupportsGet = true)]
    public string? Names { get; set; }

    public async Task<IActionResult> OnGetAsync(string round, string chart, CancellationToken ct)
    {
        if (Theme is not (null or "light" or "dark") || Names is not (null or "full" or "codes")) return BadRequest();
        if (!NationalChart.Kinds.Contains(chart)) return NotFound();
        if (await FindAsync(round, ct) is { } instead) return instead;

        var theme = Theme == "dark" ? RadarTheme.Dark : RadarTheme.Light;
        try
        {
            return File((await files.GetAsync(charts.Of(View, chart).ToPressRequest(Names == "codes" ? theme.WithCodes() : theme), ct)).Content, "image/svg+xml");
        }
        catch (PressException problem)
        {
            logger.LogError(problem, "The chart {Chart} of round {Round} could not be drawn", chart, round);
            Response.Headers.CacheControl = "no-store";
            return this.PressUnavailable();
        }
    }
}
