using System.Globalization;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Press;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Results;

/// <summary>The radar of a result as a picture; the table beside it says the same.</summary>
[Authorize(Policy = Policies.ReadResults)]
[AssessmentPage(AssessmentAccess.ReadResult)]
public sealed class RadarModel(
    ReadResult read, ActorContext actor, SpaceInfo space, ResultFiles files, IStringLocalizer<ResultsWords> words, ILogger<RadarModel> logger) : ResultPageModel(read, actor)
{
    [BindProperty(Name = "theme", SupportsGet = true)]
    public string? Theme { get; set; }

    [BindProperty(Name = "names", SupportsGet = true)]
    public string? Names { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Theme is not (null or "light" or "dark") || Names is not (null or "full" or "codes")) return BadRequest();
        if (await FindAsync(ct) is { } refused) return refused;

        var report = ReportBuilder.Build(Stored, space, CultureInfo.CurrentUICulture.Name);
        var theme = Theme == "dark" ? RadarTheme.Dark : RadarTheme.Light;
        var radar = RadarRequest.Of(report, words["Column.Index"], words["Column.Self"], Names == "codes" ? theme.WithCodes() : theme);
        try
        {
            return this.ResultFile(await files.GetAsync(radar.ToPressRequest(), ct), "image/svg+xml");
        }
        catch (PressException problem)
        {
            logger.LogError(problem, "The radar of {Subject} could not be drawn", Assessment.Subject);
            return this.PressUnavailable();
        }
    }
}
