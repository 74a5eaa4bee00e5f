using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Storage;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Evidence;

/// <summary>Takes files for an answer. Alone it is the list with its forms; inside the indicator's page the same list is swapped.</summary>
[Authorize(Policy = Policies.AnswerAssessments)]
[AssessmentPage(AssessmentAccess.Answer)]
[StreamedUpload]
public sealed class AddModel(
    AddEvidenceFile add, ListEvidence list, TenantDbContext db, UploadLimits limits, MessageText messages, IStringLocalizer<EvidenceWords> words, Links links) : EvidencePageModel(list, db)
{
    private const int LongestShownName = 80;

    public Task<IActionResult> OnGetAsync(string indicator, CancellationToken ct) => ShowAsync(indicator, StatusCodes.Status200OK, ct);

    public async Task<IActionResult> OnPostAsync(string indicator, CancellationToken ct)
    {
        var form = HttpContext.Features.Get<UploadForm>() ?? throw new InvalidOperationException("The page lacks [StreamedUpload].");
        var status = await ReceiveAsync(form, indicator, ct);
        if (status is StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden) return new StatusCodeResult(status);
        return status is not StatusCodes.Status200OK || Request.IsPartial()
            ? await ShowAsync(indicator, status, ct)
            : Redirect(links.AnswerEvidence(Assessment.Round, Assessment.Agency, indicator));
    }

    /// <summary>Each file stands for itself: the good ones of a form are kept, the others named with what is wrong.</summary>
    private async Task<int> ReceiveAsync(UploadForm form, string indicator, CancellationToken ct)
    {
        if (limits.Count(HttpContext) is { } wait) return Refuse(Result.Invalid("File", EvidenceMessages.TooOften, wait), null);
        if (form.IsOversized) return Refuse(Result.Invalid("File", EvidenceMessages.TooLargeTogether, StreamedUploadAttribute.MaxFormBytes / (1024 * 1024)), null);
        if (!Guid.TryParse(form.Field("Id"), out var id)) return Refuse(Result.Invalid("File", EvidenceMessages.FormIncomplete), null);

        var (number, status) = (0, StatusCodes.Status200OK);
        try
        {
            await foreach (var file in form.FilesAsync(ct))
            {
                var result = await add.HandleAsync(new(NthId(id, number++), Assessment.Id, indicator, file.Name, file.Content), ct);
                if (!result.Succeeded) status = Math.Max(status, Refuse(result, file.Name));
                if (result.Kind is ResultKind.NotFound or ResultKind.Forbidden || status >= StatusCodes.Status500InternalServerError) return status;
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refuse(Result.Invalid("File", EvidenceMessages.TooLarge, EvidenceFiles.MaxMegabytes), null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException && !HttpContext.RequestAborted.IsCancellationRequested)
        {
            return Refuse(Result.Invalid("File", EvidenceMessages.FormIncomplete), null);
        }

        return number > 0 ? status : Refuse(Result.Invalid("File", EvidenceMessages.NoFile), null);
    }

    private int Refuse(Result result, string? fileName)
    {
        foreach (var problem in result.Problems)
        {
            var text = messages.Of(problem);
            var shown = fileName is null ? "" : EvidenceName.Visible(fileName);
            if (shown.Length > LongestShownName) shown = shown[..LongestShownName] + "…";
            ModelState.AddModelError(EvidenceAnswers.FileField, shown.Length == 0 ? text : words["Upload.Problem", shown, text]);
        }

        return EvidenceAnswers.StatusOf(result);
    }

    // Files of one form count on from its id, so that a repeat of the whole form finds each of them again.
    private static Guid NthId(Guid id, int number)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        bytes[^1] ^= (byte)number;
        bytes[^2] ^= (byte)(number >> 8);
        return new Guid(bytes, bigEndian: true);
    }
}
