using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Features.Evidence;

/// <summary>Hands out a file by permission. PDF and pictures may be shown in a frame of our own pages; nothing in a file can run or call out.</summary>
[Authorize(Policy = Policies.ReadEvidence)]
[AssessmentPage(AssessmentAccess.ReadEvidence)]
public sealed class DownloadModel(OpenEvidence open) : AssessmentPageModel
{
    // The viewer a browser brings for PDF does not start in a sandbox; everything else gets one.
    private const string PdfPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
    private const string ImagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; frame-ancestors 'self'";
    private const string FilePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public async Task<IActionResult> OnGetAsync(Guid evidenceId, CancellationToken ct)
    {
        if (await open.HandleAsync(Assessment.Id, evidenceId, ct) is not { } file) return NotFound();

        var disposition = new ContentDispositionHeaderValue(file.Format.ShownInPlace ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        var headers = Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = file.Format == EvidenceFormat.Pdf ? PdfPolicy : file.Format.ShownInPlace ? ImagePolicy : FilePolicy;
        headers.CacheControl = "private, no-cache";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return new FileStreamResult(file.Content, file.Format.ContentType)
        {
            EnableRangeProcessing = true,
            EntityTag = new EntityTagHeaderValue($"\"{file.Sha256}\""),
            LastModified = new DateTimeOffset(file.AddedAt),
        };
    }
}
