using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Nominations;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Storage;
using DgccAssess.Web.Features.Evidence;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Awards;

/// <summary>Takes one file for the coordinator's own nomination, and leads back to it.</summary>
[Authorize(Policy = Policies.CoordinateAssessments)]
[AwardRoundPage]
[StreamedUpload]
public sealed class NominationFilesModel(AddProof add, UploadLimits limits, MessageText messages, Links links) : AwardRoundPageModel
{
    public IActionResult OnGet() => LocalRedirect(links.Nominate(AwardRound.Code));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await ReceiveAsync(HttpContext.Features.Get<UploadForm>()!, ct);
        if (result.Succeeded) return LocalRedirect(links.Nominate(AwardRound.Code));
        if (result.Kind is ResultKind.NotFound or ResultKind.Forbidden) return new StatusCodeResult(PageResults.StatusOf(result.Kind));
        foreach (var problem in result.Problems) ModelState.AddModelError(EvidenceAnswers.FileField, messages.Of(problem));
        Response.StatusCode = EvidenceAnswers.StatusOf(result);
        return Page();
    }

    private async Task<Result> ReceiveAsync(UploadForm form, CancellationToken ct)
    {
        if (limits.Count(HttpContext) is { } wait) return Result.Invalid("File", EvidenceMessages.TooOften, wait);
        if (form.IsOversized) return Result.Invalid("File", EvidenceMessages.TooLarge, EvidenceFiles.MaxMegabytes);
        if (!Guid.TryParse(form.Field("Id"), out var id)) return Result.Invalid("File", EvidenceMessages.FormIncomplete);
        try
        {
            await foreach (var file in form.FilesAsync(ct)) return await add.HandleAsync(new AddProofFileCommand(id, AwardRound.Code, file.Name, file.Content), ct);
            return Result.Invalid("File", EvidenceMessages.NoFile);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Result.Invalid("File", EvidenceMessages.TooLarge, EvidenceFiles.MaxMegabytes);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException && !HttpContext.RequestAborted.IsCancellationRequested)
        {
            return Result.Invalid("File", EvidenceMessages.FormIncomplete);
        }
    }
}
