using System.Globalization;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Docx;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Press;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Features.Results;

/// <summary>The agency report as a Word document, to be put on a letterhead and signed.</summary>
[Authorize(Policy = Policies.ReadResults)]
[AssessmentPage(AssessmentAccess.ReadResult)]
public sealed class WordReportModel(
    ReadResult read, ActorContext actor, SpaceInfo space, SpaceView view, ResultFiles files, PrintPaper print, IStringLocalizer<ResultsWords> words, ILogger<WordReportModel> logger)
    : ResultPageModel(read, actor)
{
    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Language { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var language = Language ?? view.Language;
        if (!view.Languages.Contains(language)) ModelState.AddModelError("language", words["Report.Unknown", "language", language, string.Join(", ", view.Languages)]);
        if (!ModelState.IsValid) return this.InvalidPage();
        if (await FindAsync(ct) is { } refused) return refused;

        var report = ReportBuilder.Build(Stored, space, language);
        try
        {
            var file = IsPreview
                ? await files.GetAsync(new ReportRequest(report, ReportVariant.Word).ToPressRequest(), ct)
                : await print.HandleAsync(new(
                    new(PaperKind.AgencyReport, Assessment.Subject, Stored.Hash), language, ReportVariant.Word,
                    (paper, _) => new ReportRequest(report with { Register = paper.OnPaper() }, ReportVariant.Word).ToPressRequest()), ct);
            return this.ResultFile(file, ReportDocx.ContentType, NameOf(report, language));
        }
        catch (PressException problem)
        {
            logger.LogError(problem, "The Word report of {Subject} could not be composed", Assessment.Subject);
            return this.PressUnavailable();
        }
    }

    private ContentDispositionHeaderValue NameOf(ReportDocument report, string language)
    {
        var version = report.Snapshot.Number > 1 ? $"-v{report.Snapshot.Number}" : "";
        return new ContentDispositionHeaderValue("attachment")
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"{Assessment.Agency}-{Assessment.Round}{version}-{language}.docx"),
            FileNameStar = $"{report.Agency.Name} {Assessment.Round}{version} ({language}).docx",
        };
    }
}
