using DgccAssess.Core.Features.Evidence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Features.Evidence;

/// <summary>How files that people sent are handed out. PDF and pictures may be shown in a frame of our own pages; nothing in a file can run or call out.</summary>
internal static class EvidenceFileResults
{
    // The viewer a browser brings for PDF does not start in a sandbox; everything else gets one.
    private const string PdfPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
    private const string ImagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; frame-ancestors 'self'";
    private const string FilePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public static FileStreamResult EvidenceFile(this PageModel page, OpenedEvidence file)
    {
        var disposition = new ContentDispositionHeaderValue(file.Format.ShownInPlace ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        var headers = page.Response.Headers;
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
