using System.Globalization;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Papers.Templates;
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
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Features.Results;

/// <summary>The agency report as PDF, in a language of the space, for reading (PDF/UA-1) or for the archive (PDF/A-2a).</summary>
[Authorize(Policy = Policies.ReadResults)]
[AssessmentPage(AssessmentAccess.ReadResult)]
public sealed class ReportModel(
    ReadResult read, ActorContext actor, SpaceInfo space, SpaceView view, ResultFiles files, ReadTemplates templates, PrintPaper print, IStringLocalizer<ResultsWords> words, ILogger<ReportModel> logger)
    : ResultPageModel(read, actor)
{
    public static IReadOnlyList<string> Standards { get; } = ["ua1", "a2a"];

    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(Name = "standard", SupportsGet = true)]
    public string? Standard { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (language, standard) = (Language ?? view.Language, Standard ?? Standards[0]);
        RequireOneOf("language", language, view.Languages);
        RequireOneOf("standard", standard, Standards);
        if (!ModelState.IsValid) return this.InvalidPage();
        if (await FindAsync(ct) is { } refused) return refused;

        var report = ReportBuilder.Build(Stored, space, language);
        var variant = standard == "a2a" ? ReportVariant.Archive : ReportVariant.Accessible;
        try
        {
            // A draft is no paper anybody may rely on: it has no number.
            var file = IsPreview
                ? await files.GetAsync(new ReportRequest(report with { Template = await templates.LookNowAsync(TemplateKind.AgencyReport, language, ct) }, variant).ToPressRequest(), ct)
                : await print.HandleAsync(new(new(PaperKind.AgencyReport, Assessment.Subject, Stored.Hash), language, variant, (paper, look) => new ReportRequest(report with { Register = paper.OnPaper(), Template = look }, variant).ToPressRequest()), ct);
            return this.ResultFile(file, "application/pdf", NameOf(report, language, standard));
        }
        catch (PressException problem)
        {
            logger.LogError(problem, "The report of {Subject} could not be set", Assessment.Subject);
            return this.PressUnavailable();
        }
    }

    private void RequireOneOf(string field, string value, IReadOnlyList<string> known)
    {
        if (!known.Contains(value)) ModelState.AddModelError(field, words["Report.Unknown", field, value, string.Join(", ", known)]);
    }

    private ContentDispositionHeaderValue NameOf(ReportDocument report, string language, string standard)
    {
        var file = new ContentDispositionHeaderValue("attachment");
        var version = report.Snapshot.Number > 1 ? $"-v{report.Snapshot.Number}" : "";
        file.FileName = string.Create(CultureInfo.InvariantCulture, $"{Assessment.Agency}-{Assessment.Round}{version}-{language}-{standard}.pdf");
        file.FileNameStar = $"{report.Agency.Name} {Assessment.Round}{version} ({language}, {standard}).pdf";
        return file;
    }
}
