using System.Globalization;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using DgccAssess.Web.Features.Results;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Features.Papers;

/// <summary>In which language and standard a paper is asked for, and how it is handed out; shared by every page that answers with a paper.</summary>
public sealed class PaperQuery(SpaceView view, IStringLocalizer<PapersWords> words, ILogger<PaperQuery> logger)
{
    public static IReadOnlyList<string> Standards { get; } = ["ua1", "a2a"];

    /// <returns>Null where a parameter is wrong, which the model state then says.</returns>
    public (string Language, ReportVariant Standard)? Read(PageModel page, string? language, string? standard)
    {
        var (asked, kind) = (language ?? view.Language, standard ?? Standards[0]);
        Require(page, "language", asked, view.Languages);
        Require(page, "standard", kind, Standards);
        return page.ModelState.IsValid ? (asked, kind == Standards[0] ? ReportVariant.Accessible : ReportVariant.Archive) : null;
    }

    /// <returns>Null where it is none of those offered, which the model state then says.</returns>
    public string? ReadLanguage(PageModel page, string language, IReadOnlyList<string> offered)
    {
        Require(page, "language", language, offered);
        return page.ModelState.IsValid ? language : null;
    }

    /// <param name="page">The page that answers.</param>
    /// <param name="make">Makes the file.</param>
    /// <param name="name">Of the file, without its ending.</param>
    public Task<IActionResult> AnswerAsync(PageModel page, Func<Task<ResultFile>> make, FormattableString name) => AnswerAsync(page, make, name, ".pdf", "application/pdf");

    /// <summary>The same of a picture.</summary>
    public Task<IActionResult> PictureAsync(PageModel page, Func<Task<ResultFile>> make, FormattableString name) => AnswerAsync(page, make, name, ".png", "image/png");

    private async Task<IActionResult> AnswerAsync(PageModel page, Func<Task<ResultFile>> make, FormattableString name, string ending, string contentType)
    {
        try
        {
            var disposition = new ContentDispositionHeaderValue("attachment") { FileName = name.ToString(CultureInfo.InvariantCulture) + ending };
            return page.ResultFile(await make(), contentType, disposition);
        }
        catch (PressException problem)
        {
            logger.LogError(problem, "The paper {Name} could not be set", name);
            return page.PressUnavailable();
        }
    }

    private void Require(PageModel page, string field, string value, IReadOnlyList<string> known)
    {
        if (!known.Contains(value)) page.ModelState.AddModelError(field, words["Paper.UnknownParameter", field, value, string.Join(", ", known)]);
    }
}
